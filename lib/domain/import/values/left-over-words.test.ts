import { describe, expect, it } from "vitest";
import { readTransfer } from "../read-transfer";
import { readTransferCountries } from "./countries";
import { readInstrument } from "./instrument";
import { readList } from "./list";
import { readSubProcessors } from "./sub-processors";

describe("words that a reader did not use", () => {
  it.each([["Maurice > Madagascar à compter de mars", "maurice"]])(
    "%j asks of the place that was not read",
    (cell, word) => {
      const asked = readTransferCountries(cell).doubts.find(({ key }) => key === "wordsUnsettled");
      const { value } = readTransferCountries(cell);
      const isRead = value.destinations.some(({ place }) => place.toLowerCase().includes(word));
      expect(isRead || (asked?.params.words ?? "").split(", ").includes(word)).toBe(true);
    },
  );

  it.each([
    ["UK -> Morocco", ["GB", "MA"]],
    ["Supervision à Fès et admin en Tunisie", ["MA", "TN"]],
    ["admin systèmes USA, le jour", ["US"]],
    ["backup in the UAE, at night", ["AE"]],
  ])("%j has short names that nothing else bears", (cell, countries) => {
    const { value } = readTransferCountries(cell);
    expect(value.destinations.map(({ country }) => country)).toEqual(countries);
  });

  it.each(["10 GB par mois au Maroc", "nous, call us, Maroc", "au fes du Maroc"])(
    "%j takes no measure or word for a country",
    (cell) =>
      expect(readTransferCountries(cell).value.destinations.map(({ country }) => country)).toEqual(["MA"]),
  );

  it("asks once for all sentences of a cell, with every country that they name", () => {
    const cell = "Serveurs : Azure West Europe (Pays-Bas). Agents : Fès. Admin : Bangalore, en astreinte";
    const { doubts, value } = readTransferCountries(cell);
    expect(doubts.map(({ key }) => key)).toEqual(["wordsUnsettled"]);
    expect(doubts[0]?.params.countries).toBe("NL|MA|IN");
    expect(value.destinations.map(({ country }) => country)).toEqual(["NL", "MA", "IN"]);
  });

  it.each([
    ["transfer", readTransferCountries("Maroc ?").doubts],
    ["transfer", readTransferCountries("المغرب؟").doubts],
    ["subProcessors", readSubProcessors("OVH ?").doubts],
    ["instrument", readInstrument("CCT module 2 ?").doubts],
  ])("a question mark in %s is asked", (_target, doubts) => {
    expect(doubts.map(({ key }) => key)).toContain("wordsUnsettled");
  });

  it.each(["no longer Twilio – now Vonage", "Néant : OVH depuis mars", "aucun autre que Doctolib"])(
    "%j is asked, for it names somebody",
    (cell) => {
      expect(readSubProcessors(cell).doubts.map(({ key }) => key)).toContain("wordsUnsettled");
    },
  );

  it.each(["Aucun sous-traitant", "Néant – tout est interne", "None (in-house)", "nein"])(
    "%j is a no, and asks nothing",
    (cell) => {
      const { value, doubts } = readSubProcessors(cell);
      expect([value.answer, doubts]).toEqual(["no", []]);
    },
  );

  it.each(["CCT à renouveler", "Cláusulas pendientes de firma", "SCC noch nicht unterzeichnet"])(
    "%j is no tool that stands before somebody says so",
    (cell) => {
      const { value, doubts } = readInstrument(cell);
      expect(value.instrument).toBe("none");
      expect(doubts.map(({ key }) => key)).toEqual(["wordsUnsettled"]);
    },
  );
});

describe("words that name nobody, or no place", () => {
  it.each(["3 sous-traitants", "interne", "Oui : 2", "prestataire à désigner", "OVH, prestataires divers"])(
    "%j makes no company of them",
    (cell) => {
      const { value, doubts, leftover } = readSubProcessors(cell);
      expect(value.subProcessors.map(({ name }) => name)).toEqual(cell.startsWith("OVH") ? ["OVH"] : []);
      expect(doubts.map(({ key }) => key)).toContain("wordsUnsettled");
      expect(leftover).toBe(cell);
    },
  );

  it("« les mêmes que Voltiris » stands elsewhere", () => {
    const { value, doubts } = readSubProcessors("les mêmes que Voltiris");
    expect([value.subProcessors, doubts.map(({ key }) => key)]).toEqual([[], ["refersElsewhere"]]);
  });

  it("parts the numbers of a list within a line", () => {
    const { value } = readSubProcessors("1) OVH 2) AWS");
    expect(value.subProcessors.map(({ name }) => name)).toEqual(["OVH", "AWS"]);
  });

  it("« DOM » is no Dominican Republic", () => {
    const { value, doubts } = readTransferCountries("France métropolitaine et DOM");
    expect(value.destinations).toEqual([]);
    expect(doubts.map(({ key }) => key)).not.toEqual([]);
  });

  it("« 0 agent » counts none", () => {
    const { doubts, value } = readTransferCountries("Maroc : 3 agents ; Tunisie : 0 agent");
    expect(doubts.map(({ key }) => key)).toContain("wordsUnsettled");
    expect(value.destinations.map(({ country }) => country)).toEqual(["MA"]);
  });

  it.each([
    ["Italien, Malta, Tunesien", "TN"],
    ["Filipinas", "PH"],
    ["Ägypten", "EG"],
    ["Costa d’Avorio", "CI"],
    ["Kameroen", "CM"],
    ["Hébergement : FR – Support : MA – Accès : TN", "TN"],
  ])("%j names %s", (cell, country) => {
    const { value, doubts } = readTransferCountries(cell);
    expect(value.destinations.map((one) => one.country)).toContain(country);
    expect(doubts).toEqual([]);
  });
});

describe("figures and marks as they are meant", () => {
  it.each(["CCT 2021, mod. 2", "SCC (2021) Modul 2", "clauses types 2021 – módulo 2"])(
    "%j names a module and the year of a decision, and no day of signature",
    (cell) => {
      const { value } = readInstrument(cell);
      expect([value.instrument, value.sccModule, value.signedOn]).toEqual(["scc-2021-914", 2, null]);
    },
  );

  it.each(["CCT du 04/06/2021 signées", "SCC v2021"])("%j says no day of signature", (cell) => {
    expect(readInstrument(cell).value.signedOn).toBeNull();
  });

  it("« DPF uniquement pour Zendesk » is asked", () => {
    expect(readInstrument("DPF uniquement pour Zendesk").doubts.map(({ key }) => key)).toEqual([
      "wordsUnsettled",
    ]);
  });

  it.each(["FALSE", "FAUX", "nein", "Ø"])("%j in a column of transfers is a no without words", (cell) => {
    expect(readTransferCountries(cell).value).toEqual({
      answer: "no",
      destinations: [],
      reason: "",
      text: "",
    });
  });

  it.each([
    ["hors UE : MA, SN, CI", ["MA", "SN", "CI"]],
    ["🇲🇦 + 🇸🇳", ["MA", "SN"]],
  ])("%j names its countries", (cell, countries) => {
    const { value, doubts } = readTransferCountries(cell);
    expect(value.destinations.map(({ country }) => country)).toEqual(countries);
    expect(doubts).toEqual([]);
  });

  it("« s.o. » is no measure", () => expect(readList("s.o.")).toMatchObject({ value: [], leftover: "s.o." }));

  it.each(["n/a", "—", "Ø", "sans objet"])("a tool %j beside a no is no destination", (instrument) => {
    const { fields, doubts } = readTransfer({ transfer: "non", instrument, assessment: "", derogation: "" });
    expect([fields.transferAnswer, fields.destinations, doubts.instrument]).toEqual(["no", [], []]);
  });

  it("parts a company from the legal form before it", () => {
    const { value } = readSubProcessors("Telefónica Cloud, S.L.U. y Salesforce, Inc. (EE.UU.)");
    expect(value.subProcessors.map(({ name, country }) => [name, country])).toEqual([
      ["Telefónica Cloud, S.L.U.", null],
      ["Salesforce, Inc.", "US"],
    ]);
  });
});
