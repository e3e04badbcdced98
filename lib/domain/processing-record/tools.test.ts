import { describe, expect, it } from "vitest";
import { assess } from "./completeness";
import { caseWith, sentTo, type Change } from "./examples.fixture";
import { namesOtherTool, isUnsignedText, toolInWords } from "@/lib/domain/statute/tool-words";

const rulesOf = (change: Change) =>
  assess(caseWith(change))
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith("REG-7"));
const other = (instrumentText: string, more: Parameters<typeof sentTo>[0] = {}) =>
  sentTo({ instrument: "other", instrumentText, ...more });

describe("what is entered as another tool", () => {
  it.each([
    "Contrat commercial",
    "commercial contract",
    "Agreement",
    "Accord de confidentialité",
    "Clause RGPD",
    "GDPR clause",
    "Convention entre les parties",
    "Consentement du client",
    "ISO 27001",
    "Charte informatique",
    "IDTA",
    "عقد تجاري",
    "بند حماية المعطيات",
    "clauses ad hoc",
  ])("« %s » names no tool: a gap", (text) => {
    expect(rulesOf(other(text))).toEqual(["REG-7.other-none"]);
  });

  it.each([
    "BCR-P approuvées le 3 mai 2024",
    "Règles d’entreprise contraignantes",
    "Binding corporate rules",
    "Code de conduite approuvé, 46(2)(e)",
    "art. 46(2)(a)",
    "46 (2) (d), clauses types adoptées par la CNIL",
    "Clauses ad hoc autorisées par la CNIL, 46(3)(a)",
    "ad hoc clauses authorised by the AP",
    "Arrangement administratif autorisé, 46(3)(b)",
    "Instrument juridiquement contraignant entre autorités publiques",
  ])("« %s » names one", (text) => {
    expect(rulesOf(other(text))).toEqual([]);
  });

  it.each([
    ["Safe Harbor", "REG-7.safe-harbor"],
    ["Safe harbour 2012", "REG-7.safe-harbor"],
    ["Sphère de sécurité", "REG-7.safe-harbor"],
    ["الملاذ الآمن", "REG-7.safe-harbor"],
    ["Privacy Shield", "REG-7.privacy-shield"],
    ["Bouclier de protection des données", "REG-7.privacy-shield"],
    ["Décision 2010/87/UE", "REG-7.lapsed-scc"],
    ["2004/915", "REG-7.lapsed-scc"],
    ["2021/915", "REG-7.no-chapter-v"],
  ])("« %s » is judged under its own name", (text, rule) => {
    expect(rulesOf(other(text))).toEqual([rule]);
  });

  it("takes nothing away from a country that a decision covers whole", () => {
    expect(rulesOf(sentTo({}, { country: "BR", instrument: "other", instrumentText: "Contrat" }))).toEqual(
      [],
    );
    expect(rulesOf(sentTo({}, { country: "GB", instrument: "other", instrumentText: "" }))).toEqual([]);
  });

  it("does not take a void decision for adequacy", () => {
    const us = { country: "US", instrument: "adequacy" } as const;
    expect(rulesOf(sentTo({}, { ...us, instrumentText: "Safe Harbor" }))).toEqual(["REG-7.safe-harbor"]);
    expect(rulesOf(sentTo({}, { ...us, instrumentText: "DPF, remplace le Privacy Shield" }))).toEqual([]);
  });
});

describe("49(1) second subparagraph", () => {
  it.each([
    ["continuous", true],
    ["daily", true],
    ["regular", true],
    ["occasional", false],
    ["unanswered", false],
  ] as const)("for what is %s: a gap %s", (frequency, expected) => {
    const { content } = sentTo({
      instrument: "derogation-49-1-2",
      derogationDocuments: "Note du 3 mai 2026",
    });
    expect(rulesOf({ content: { ...content, frequency } })).toEqual(
      expected ? ["REG-7.derogation-regular"] : [],
    );
  });
});

describe("a tool that covers nothing yet", () => {
  it.each([
    ["2026-12-01", "bcr", true],
    ["2027", "scc-2021-914", true],
    ["2026-11", "scc-2021-914", false],
    ["2021-06-26", "scc-2021-914", true],
    ["2021-06-27", "scc-2021-914", false],
    ["2021-05", "scc-2021-914", true],
    ["2027-02", "code-or-certification", true],
  ] as const)("signed %s under %s: %s", (value, instrument, expected) => {
    expect(rulesOf(sentTo({ instrument, signedOn: { value, text: "" } }))).toEqual(
      expected ? ["REG-7.not-in-force"] : [],
    );
  });

  it.each([
    "à signer",
    "Non signées",
    "pas encore signé",
    "en cours de signature",
    "en attente du client",
    "projet de clauses",
    "not yet signed",
    "to be signed in January",
    "draft",
    "unsigned",
    "لم توقع بعد",
    "غير موقعة",
    "قيد التوقيع",
  ])("« %s » says that it is unsigned", (text) => {
    expect(isUnsignedText(text)).toBe(true);
    expect(rulesOf(sentTo({ signedOn: null, instrumentText: text }))).toEqual(["REG-7.unsigned"]);
  });

  it.each(["signées le 3 mai", "signed", "CCT module 2", "موقعة"])("« %s » does not", (text) => {
    expect(isUnsignedText(text)).toBe(false);
  });
});

describe("the controller's own law", () => {
  const of = (country: string, more: Change = {}): Change => ({
    ...more,
    controller: { country, representativeAbsentReason: "Ne cible personne dans l’Union", ...more.controller },
  });

  it.each([
    ["a British one, clauses alone", of("GB", sentTo({})), ["REG-7.uk-tool"]],
    ["a British one, with the addendum", of("GB", sentTo({ instrumentText: "UK Addendum" })), []],
    ["a British one, IDTA", of("GB", other("IDTA du 3 mai 2024")), []],
    ["a British one, a contract", of("GB", other("Contrat")), ["REG-7.other-none"]],
    [
      "a British one, to Brazil",
      of("GB", sentTo({}, { country: "BR", instrument: "adequacy" })),
      ["REG-7.uk-tool", "REG-7.no-adequacy"],
    ],
    ["a Swiss one, clauses", of("CH", sentTo({})), []],
    ["a Moroccan one, no tool", of("MA", sentTo({ instrument: null })), []],
    [
      "a Moroccan one that targets the Union",
      of("MA", {
        ...sentTo({ instrument: null }),
        controller: { targeting: "yes", targetCountries: ["FR"] },
      }),
      ["REG-7.none"],
    ],
    [
      "a Moroccan one that names a representative alone",
      of("MA", { ...sentTo({ instrument: null }), controller: { representative: "Lacombe SARL, Dublin" } }),
      [],
    ],
    [
      "a Moroccan one of a processor bound by itself",
      of("MA", {
        ...sentTo({ instrument: null }),
        organisation: { gdprBinding: "direct-3-2", euRepresentative: "X SARL, Paris" },
      }),
      ["REG-7.none"],
    ],
    ["a French one", of("FR", sentTo({ instrument: null })), ["REG-7.none"]],
    ["a Senegalese one", of("SN", sentTo({ instrument: null })), ["REG-7.none"]],
  ] as [string, Change, string[]][])("%s", (_, change, expected) => {
    expect(rulesOf(change).sort()).toEqual([...expected].sort());
  });

  it("reads tools wherever they are written", () => {
    expect(toolInWords("Privacy Shield, remplacé par les BCR")).toBe("bcr");
    expect(toolInWords("Contrat")).toBeNull();
    expect(namesOtherTool("46(3)(a)")).toBe(false);
  });
});
