import { describe, expect, it } from "vitest";
import { readDitto } from "@/lib/domain/text/qualifiers";
import { isQuestion } from "../doubts";
import { readAddressCountry } from "./address";
import { readTransferCountries } from "./countries";
import { readInstrument } from "./instrument";
import { readSubProcessors } from "./sub-processors";

const isAsked = (read: { doubts: readonly { key: string }[] }) => read.doubts.some(isQuestion);

describe("companies that a cell may name as one or as two", () => {
  it.each([
    "Smith, Jones & Partners LLP",
    "Baker, McKenzie & Co",
    "Freshfields, Bruckhaus, Deringer LLP",
    "Martin, Durand et Associés",
    "Clifford, Chance LLP",
    "Smith, Wilson, Brown and Sons Ltd",
    "Lefèvre, Petit SCP",
    "AWS/EMEA SARL",
    "Microsoft/EMEA Ltd",
    "SAP/Ariba",
    "Google/Alphabet Inc.",
    "IBM/Red Hat",
    "Orange/Sofrecom SA",
    "Twilio/Segment Inc",
    "OVH/AWS",
  ])("%s is asked", (cell) => expect(isAsked(readSubProcessors(cell))).toBe(true));

  it.each(["AWS/EMEA SARL", "Microsoft/EMEA Ltd", "Genesys/Europe"])("%s is proposed as one", (cell) =>
    expect(readSubProcessors(cell).value.subProcessors.map(({ name }) => name)).toEqual([cell]),
  );

  it.each(["Proton Mail, Inc., Ferrix & Fils", "OVH, Orange SA", "Zendesk, Inc., OVH SAS"])(
    "%s names two, and asks nothing",
    (cell) => {
      expect(readSubProcessors(cell).value.subProcessors).toHaveLength(2);
      expect(isAsked(readSubProcessors(cell))).toBe(false);
    },
  );
});

it.each([
  "Ringover (pilote)",
  "Ringover (phase pilote)",
  "Aircall (POC)",
  "Aircall (à l’essai)",
  "Genesys (bêta)",
  "Zendesk - pilote",
  "Zendesk (Testbetrieb)",
  "Zendesk (prueba)",
  "Zendesk (in prova)",
  "Aircall (تجريبي)",
])("asks whether %s is more than a trial", (cell) => expect(isAsked(readSubProcessors(cell))).toBe(true));

describe("words beside a tool", () => {
  it.each([
    "relance CCT",
    "CCT : relance client",
    "CCT transmises",
    "SCC sent",
    "CCT reçues",
    "CCT chez le juriste",
    "Faire signer CCT",
    "CCT obligatoires",
    "besoin CCT",
    "SCC reminder",
    "Prévoir CCT",
    "CCT introuvables",
    "CCT incomplètes",
    "attente CCT",
    "follow-up SCC",
    "Recordatorio CCT",
    "SCC anfordern",
    "CCT vierges",
    "modèle CCT",
    "CCT signées par le client seul",
    "BCR de la maison mère",
    "DPF Zendesk",
    "تذكير بالبنود التعاقدية",
    "إرسال البنود التعاقدية",
  ])("%s is asked", (cell) => expect(isAsked(readInstrument(cell))).toBe(true));

  it.each([
    "CCT annexées au contrat cadre",
    "CCT 2021/914 M2 entre le client et le sous-traitant, signées le 3 mars 2025",
    "SCC 2021/914 attached to the master agreement",
    "CCT pour le Maroc",
    "SCC, unterzeichnet am 3. März 2025",
    "Clauses contractuelles types de la Commission européenne, décision d’exécution (UE) 2021/914",
  ])("%s stands, and asks nothing", (cell) => expect(readInstrument(cell).doubts).toEqual([]));
});

it.each([
  "→",
  "->",
  "=>",
  "⇒",
  "==",
  "do.",
  "a.a.O.",
  "w.o.",
  "idem.",
  "d°",
  "i.d.",
  "op. cit.",
  "cf. supra",
])("%s repeats the row above", (cell) => expect(readDitto(cell)).toEqual({ of: "" }));

it.each(["DO", "s.o.", "…", "=SUM", "→ Maroc", "co."])("%s repeats nothing", (cell) =>
  expect(readDitto(cell)).toBeNull(),
);

describe("codes behind towns", () => {
  it.each([
    ["Menlo Park, CA", [null], "US|CA"],
    ["serveurs à Wilmington, DE", [null], "US|DE"],
    ["accès depuis Menlo Park, CA", [null], "US|CA"],
    ["Ireland; Menlo Park, CA", ["IE", null], "US|CA"],
  ])("%s is asked", (cell, countries, options) => {
    const { value, doubts } = readTransferCountries(cell);
    expect(value.destinations.map(({ country }) => country)).toEqual(countries);
    expect(doubts.map(({ key, params }) => [key, params.options])).toEqual([["placeHomonym", options]]);
  });

  it.each([
    ["San Francisco, CA", ["US"]],
    ["Hébergement : Ashburn, VA", ["US"]],
    ["Casablanca, MA ; Boston, MA", ["MA", "US"]],
  ])("%s is read", (cell, countries) => {
    const { value, doubts } = readTransferCountries(cell);
    expect([value.destinations.map(({ country }) => country), doubts]).toEqual([countries, []]);
  });

  it("asks in which country a company has its seat", () => {
    const { value, doubts } = readSubProcessors("Meta Platforms, Inc., Menlo Park, CA");
    expect(value.subProcessors.map(({ country }) => country)).toEqual([null]);
    expect(doubts.map(({ key, params }) => [key, params.options])).toEqual([["subProcessorSeat", "US|CA"]]);
  });

  it("asks in which country an address is", () => {
    const { value, doubts } = readAddressCountry("1 Hacker Way, Menlo Park, CA");
    expect([value, doubts.map(({ key }) => key)]).toEqual([null, ["placeHomonym"]]);
    expect(readAddressCountry("101 Main St, San Francisco, CA").value).toBe("US");
    expect(readAddressCountry("5 Oak Street, Palo Alto, CA 94301").value).toBe("US");
    expect(readAddressCountry("12 bd Zerktouni, Casablanca, MA").value).toBe("MA");
  });
});
