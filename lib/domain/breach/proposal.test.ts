import { describe, expect, it, test } from "vitest";
import { adviceOn } from "./advice";
import { authorityDuties, type NotifyingClient } from "./authority-duties";
import { factAt, HOUR, T0 } from "./breach.fixture";
import { foldBreach } from "./file";
import { eventsFrom } from "./lifecycle";
import { findUnrecognised, proposeControllers } from "./proposal";
import { severityFor } from "./share-severity";

const records = [
  {
    id: "r1",
    reference: "FR-012",
    activity: "Relance d’impayés",
    controllerId: "orvelle",
    places: ["Plateau 3, Casablanca"],
    subProcessorIds: ["atlas"],
    subProcessorNames: ["Zagora Hébergement", "Tafilalt Cloud SARL"],
  },
  {
    id: "r2",
    reference: "FR-013",
    activity: "Sinistres",
    controllerId: "thieriot",
    places: ["Rabat"],
    subProcessorIds: [],
    subProcessorNames: [],
  },
];
const controllers = [
  { id: "orvelle", companies: ["Orvelle Énergie"] },
  { id: "thieriot", companies: ["Cabinet Thiériot", "Thieriot SA"] },
  { id: "ax", companies: ["QX"] },
  { id: "calanques", companies: ["Mutuelle des Calanques"] },
];
const subProcessors = [{ id: "atlas", companies: ["Zagora Data Services SARL", "Zagora"] }];
const known = { records, controllers, subProcessors, own: [] };
const proposed = (texts: string[], subProcessorId: string | null = null) =>
  proposeControllers({ texts, subProcessorId }, known).map(({ controllerId, reasons }) => [
    controllerId,
    reasons.map(({ kind }) => kind),
  ]);

describe("proposeControllers", () => {
  it.each<[string, string[], string | null, unknown]>([
    ["a name, without its accents", ["export orvelle energie"], null, [["orvelle", ["name"]]]],
    ["another spelling", ["fichier de Thieriot S.A. perdu", "thieriot sa"], null, [["thieriot", ["name"]]]],
    ["no part of a word", ["l’orvellerie"], null, []],
    ["no name of two letters in small ones", ["qx qx qx"], null, []],
    ["one word of a name", ["le portail Calanques"], null, [["calanques", ["maybe-name"]]]],
    ["one word in small letters", ["fichier orvelle perdu"], null, [["orvelle", ["maybe-name"]]]],
    [
      "a company below us by its name",
      ["panne chez zagora data services"],
      null,
      [["orvelle", ["named-sub-processor"]]],
    ],
    [
      "one that an entry names in words",
      ["Tafilalt Cloud nous écrit"],
      null,
      [["orvelle", ["named-sub-processor"]]],
    ],
    ["one word of it", ["Tafilalt nous écrit"], null, [["orvelle", ["maybe-sub-processor"]]]],
    ["an entry by its number", ["voir FR-013"], null, [["thieriot", ["record"]]]],
    ["a site", ["badge volé au Plateau 3 (Casablanca)"], null, [["orvelle", ["place"]]]],
    ["what is done", ["base des relances d'impayés, relance d’impayés"], null, [["orvelle", ["activity"]]]],
    ["a sub-processor", [], "atlas", [["orvelle", ["sub-processor"]]]],
  ])("finds by %s", (_, texts, sub, expected) => expect(proposed(texts, sub)).toEqual(expected));
});

test("what was read and nobody bears is said, whatever else was recognised", () => {
  const texts = ["Copie des fichiers de Valmeras et d’Orvelle chez Zagora, plateau 3."];
  expect(findUnrecognised(texts, known)).toEqual(["Valmeras"]);
});

describe("the end", () => {
  it("leads from each state to the next alone", () => {
    expect([eventsFrom("open"), eventsFrom("contained"), eventsFrom("closed")]).toEqual([
      ["contained", "closed"],
      ["closed"],
      ["reopened"],
    ]);
  });
});

describe("severityFor", () => {
  const severity = {
    ...{ dataKinds: ["behavioural" as const], contextAdjustment: 0, identification: "significant" as const },
    ...{
      confidentiality: "known-recipients" as const,
      integrity: "none" as const,
      availability: "none" as const,
    },
    isMalicious: false,
  };
  const facts = [
    factAt(1, "severity-input", { value: { severity } }),
    factAt(2, "severity-input", {
      value: { severity: { ...severity, dataKinds: ["financial"] } },
      controllerId: "thieriot",
    }),
    factAt(3, "persons", { value: { count: 607 } }),
    factAt(4, "persons", { value: { count: 57 }, controllerId: "thieriot" }),
    factAt(5, "protection", { value: { protection: "encrypted-key-safe" } }),
  ];
  it("judges each share by its own inputs and numbers", () => {
    const file = foldBreach(facts);
    expect(severityFor(file, null).presumed).toMatchObject({
      score: 1.75,
      band: "low",
      flags: ["persons", "unintelligible"],
    });
    expect(severityFor(file, "thieriot").presumed).toMatchObject({
      score: 2.5,
      band: "medium",
      flags: ["unintelligible"],
    });
  });
  it("keeps the presumption beside what a person decided", () => {
    const over = factAt(6, "severity-overruled", {
      value: { band: "high" },
      reason: "Mineurs",
      recordedAt: T0 + HOUR,
    });
    const judged = severityFor(foldBreach([...facts, over]), null);
    expect(judged).toMatchObject({
      presumed: { band: "low" },
      overruled: { band: "high", reason: "Mineurs" },
    });
  });
});

describe("adviceOn", () => {
  const ids = (day: string, facts: Partial<NotifyingClient> = {}) =>
    adviceOn(
      day,
      authorityDuties(
        {
          country: "FR",
          establishments: [],
          targeting: "",
          targetCountries: [],
          clientRole: "",
          ...facts,
        },
        day,
      ),
    ).map(({ id }) => id);
  it("knows the rules of the day alone", () => {
    expect(ids("2018-05-24")).toEqual(["no-duty-to-cndp"]);
    expect(ids("2026-11-28")).toEqual([
      "authority-by-controller",
      "persons-by-controller",
      "no-duty-to-cndp",
      "vital-operator",
      "omnibus-not-adopted",
    ]);
  });
  it("asks for every authority under 3(2) without an establishment in the Union", () => {
    const british = { country: "GB", targeting: "yes", targetCountries: ["FR"] };
    expect(ids("2026-11-28", british)).toContain("every-authority");
    expect(ids("2026-11-28", { ...british, establishments: ["IE"] })).not.toContain("every-authority");
    expect(ids("2026-11-28", { country: "GB" })).not.toContain("every-authority");
    expect(ids("2026-11-28", { country: "GB" })).toContain("targeting-unanswered");
    expect(ids("2026-11-28", { country: "CH", targeting: "no" })).toContain("high-risk-only");
  });
});
