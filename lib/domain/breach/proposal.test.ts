import { describe, expect, it, test } from "vitest";
import { adviceOn } from "./advice";
import { authorityDuties, type NotifyingClient } from "./authority-duties";
import { nameAliases } from "@/lib/domain/controller/name-aliases";
import { factAt, HOUR, T0 } from "./breach.fixture";
import { foldBreach } from "./file";
import { foreignNameFinder } from "./foreign-names";
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
const references = [
  { kind: "contract" as const, reference: "ORV-CRC-2023", controllerId: "orvelle" },
  { kind: "instruction" as const, reference: "CAL-INS-7", controllerId: "calanques" },
  { kind: "authorisation" as const, reference: "A-2024-031", controllerId: "thieriot" },
];
const recipients = [
  { reference: "TR-004", controllerId: "calanques", companies: ["Tilila Contact", "Ouarzane Voix SARL"] },
];
const companions = [{ controllerId: "calanques", companies: ["Prévoyance Océane", "Compagnie du Rhône"] }];
const known = { records, references, controllers, subProcessors, recipients, companions, own: [] };
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
    ["a contract by its reference", ["dossier orv crc 2023"], null, [["orvelle", ["contract"]]]],
    ["an instruction by its number", ["selon CAL-INS-7"], null, [["calanques", ["instruction"]]]],
    ["an authorisation by its reference", ["A-2024-031"], null, [["thieriot", ["authorisation"]]]],
    ["no piece of a reference", ["dossier CRC-2023"], null, []],
    ["a site", ["badge volé au Plateau 3 (Casablanca)"], null, [["orvelle", ["place"]]]],
    ["what is done", ["base des relances d'impayés, relance d’impayés"], null, [["orvelle", ["activity"]]]],
    ["a sub-processor", [], "atlas", [["orvelle", ["sub-processor"]]]],
    ["the recipient of a transfer", ["vol chez Tilila Contact"], null, [["calanques", ["named-recipient"]]]],
    ["a former name of it", ["vol chez ouarzane voix"], null, [["calanques", ["named-recipient"]]]],
    ["one word of it", ["Ouarzane nous écrit"], null, [["calanques", ["maybe-recipient"]]]],
    [
      "joint controllers of a client, each named on its sheet",
      ["Fichier de Prévoyance Océane envoyé à un tiers"],
      null,
      [["calanques", ["named-companion"]]],
    ],
    ["one word of one", ["le fichier d’Océane"], null, [["calanques", ["maybe-companion"]]]],
  ])("finds by %s", (_, texts, sub, expected) => expect(proposed(texts, sub)).toEqual(expected));
});

describe("short forms", () => {
  const clients = [
    { id: "harbour", companies: ["Harbour & Finch Ltd"] },
    { id: "edf", companies: ["EDF"] },
    { id: "m3r", companies: ["Mutuelle des Trois Rivières"], references: ["M3R-2022-07"] },
    { id: "aman", companies: ["أمان للتأمين"], addresses: ["dpo@aman-assurances.example"] },
    { id: "axa", companies: ["AXA Partners"], addresses: ["dpo@axa.example"] },
    { id: "lumen", companies: ["Lumen Assurances NV"] },
    { id: "hertzia", companies: ["Hertzia Télécom"] },
    { id: "orvelle", companies: ["Orvelle Énergie"] },
    { id: "porte", companies: ["Portex Logistique"] },
  ].map(({ id, companies, addresses = [], references: cited = [] }) => ({
    id,
    companies,
    aliases: nameAliases({ names: companies, addresses, references: cited }),
  }));
  const spoken = { ...known, records: [], references: [], controllers: clients };
  const asked = (said: string) =>
    proposeControllers({ texts: [said], subProcessorId: null }, spoken).map(({ controllerId, reasons }) => [
      controllerId,
      ...reasons.map(({ kind }) => kind),
    ]);
  const foreign = foreignNameFinder({
    own: [],
    others: clients.map(({ companies }, at) => ({
      companies,
      people: [],
      numbers: [],
      addresses: at === 3 ? ["dpo@aman-assurances.example"] : at === 4 ? ["dpo@axa.example"] : [],
      references: at === 2 ? ["M3R-2022-07"] : [],
    })),
  });

  it.each([
    ["fichiers de H&F", "harbour"],
    ["fichiers de H & F", "harbour"],
    ["les appels d’E.D.F.", "edf"],
    ["les appels d’e.d.f.", "edf"],
    ["la base m3r", "m3r"],
    ["chez aman assurance", "aman"],
    ["chez aman", "aman"],
    ["les dossiers axa", "axa"],
    ["les dossiers lumen", "lumen"],
    ["Les dossiers de Hertzya", "hertzia"],
    ["une copie d’Orvel", "orvelle"],
    ["une copie d’Orvell", "orvelle"],
  ])("are asked of, in the proposal and in a notice: %s", (said, id) => {
    expect(asked(said)).toEqual([[id, "maybe-name"]]);
    const found = foreign(said);
    expect(found).not.toEqual([]);
    expect(found.every(({ isCertain }) => !isCertain)).toBe(true);
  });

  it.each([
    "Conseiller H/F, le badge a été perdu hier par un agent, puis rendu le lendemain matin.",
    "La porte du bureau est restée ouverte : une copie de la base a été prise, sans mot de passe.",
    "Portes fermées. Porter plainte. Poste volé dans le train entre Rabat et Casablanca.",
    "The call files of one team were sent to the wrong mail address, and read by nobody.",
    "An agent lost a key in the area. Ordre donné à un tiers ; l’axe de la route, aimant, lame.",
    "Le serveur CRM, la VM et le NAS ont été arrêtés ; M. A. Martin a prévenu la DSI.",
  ])("are not read into ordinary words: %s", (said) => {
    expect(asked(said)).toEqual([]);
    expect(foreign(said)).toEqual([]);
  });
});

describe("a text that speaks of everyone, or excepts", () => {
  const others = (without: string[]) =>
    controllers.flatMap(({ id }) => (without.includes(id) ? [] : [[id, ["everyone"]]]));
  it.each([
    ["Fuite chez tous nos clients"],
    ["L’ensemble de nos clients est touché"],
    ["Tout le portefeuille est concerné"],
    ["The data of all our clients were copied"],
    ["تسربت بيانات كل العملاء"],
    ["نُسخت ملفات جميع زبنائنا"],
  ])("proposes all as doubtful: %s", (said) => expect(proposed([said])).toEqual(others([])));

  it.each([
    ["Fuite chez tous nos clients sauf Orvelle", "orvelle"],
    ["Tous les clients, à l’exception d’Orvelle, sont touchés", "orvelle"],
    ["All clients except Thieriot SA were copied", "thieriot"],
    ["كل العملاء باستثناء Orvelle", "orvelle"],
  ])("names one as excepted, and proposes the others: %s", (said, excepted) =>
    expect(proposed([said])).toEqual([[excepted, ["excepted"]], ...others([excepted])]),
  );

  it.each<[string, unknown]>([
    [
      "Ce n’est pas Thieriot SA mais Orvelle Énergie",
      [
        ["orvelle", ["name"]],
        ["thieriot", ["excepted"]],
      ],
    ],
    [
      "Not Orvelle Énergie but Thieriot SA",
      [
        ["thieriot", ["name"]],
        ["orvelle", ["excepted"]],
      ],
    ],
    ["Orvelle Énergie n’est pas touchée", [["orvelle", ["excepted"]]]],
    [
      "Orvelle Énergie is not affected. Thieriot SA is.",
      [
        ["thieriot", ["name"]],
        ["orvelle", ["excepted"]],
      ],
    ],
    ["Orvelle Énergie n’a pas été prévenue", [["orvelle", ["name"]]]],
    ["Les fichiers d’Orvelle Énergie ne sont pas chiffrés", [["orvelle", ["name"]]]],
    [
      "Pas Orvelle Énergie ni Thieriot SA",
      [
        ["orvelle", ["excepted"]],
        ["thieriot", ["excepted"]],
      ],
    ],
    ["Aucun client n’est touché, hormis Orvelle Énergie", [["orvelle", ["maybe-name"]]]],
    ["Le mot de passe n’a pas changé. Orvelle Énergie est touchée", [["orvelle", ["name"]]]],
    ["Pas de chiffrement, et le fichier volé vient d’Orvelle Énergie", [["orvelle", ["name"]]]],
    ["Pas seulement Orvelle Énergie", [["orvelle", ["name"]]]],
    ["Copie d’Orvelle Énergie. Ce n’est pas Orvelle Énergie.", [["orvelle", ["maybe-name", "excepted"]]]],
  ])("is never certain of a name that is excepted: %s", (said, expected) =>
    expect(proposed([said])).toEqual(expected),
  );
});

test("what was read and nobody bears is said, whatever else was recognised", () => {
  const texts = ["Copie des fichiers de Valmeras et d’Orvelle chez Zagora, plateau 3."];
  expect(findUnrecognised(texts, known)).toEqual(["Valmeras"]);
  const cited = ["Les fichiers de ORV-CRC-2023, de CAL-INS-7 et du contrat PRT-CRC-8."];
  expect(findUnrecognised(cited, known)).toEqual(["PRT CRC"]);
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
    dataKinds: ["behavioural" as const],
    contextAdjustment: 0,
    identification: "significant" as const,
    confidentiality: "known-recipients" as const,
    integrity: "none" as const,
    availability: "none" as const,
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
