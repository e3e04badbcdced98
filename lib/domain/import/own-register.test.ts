import { describe, expect, it } from "vitest";
import { guessColumns, guessRegister } from "./columns";
import { readRow } from "./read-row";
import { missingTargets, targetsOf } from "./register-targets";
import { readJoint } from "./values/joint";
import { readLegalBases } from "./values/legal-bases";

const HEADS = {
  French:
    "N°|Nom du traitement|Finalité du traitement|Base juridique|Catégories de personnes|Catégories de données|Destinataires|" +
    "Sous-traitants|Transferts hors UE|Garanties|Durée de conservation|Mesures de sécurité|Date de création|Dernière mise à jour",
  English:
    "Ref|Processing activity|Purpose of processing|Lawful basis|Categories of individuals|Categories of personal data|" +
    "Categories of recipients|Processors|Third countries|Safeguards|Retention schedule|Security measures|Start date|Last update",
  Arabic:
    "الرقم|النشاط|الغاية من المعالجة|الأساس القانوني|الأشخاص المعنيون|المعطيات|المتلقون|" +
    "المعالجون من الباطن|النقل|الضمانات|مدة الاحتفاظ|التدابير الأمنية|تاريخ البداية|آخر تحديث",
};
const FIELDS = [
  "reference",
  "activity",
  "purposes",
  "legalBases",
  "persons",
  "dataCategories",
  "recipients",
  "subProcessors",
  "transfer",
  "instrument",
  "retention",
  "measures",
  "startsOn",
  "reviewedOn",
];

describe.each(Object.entries(HEADS))("a register of article 30(1) in %s", (_, heads) => {
  it("is known for the company's own, and each of its columns for its field", () => {
    const header = heads.split("|");
    expect(guessRegister(header, [])).toBe("controller");
    expect(guessColumns(header, [], "controller").map(({ target }) => target)).toEqual(FIELDS);
  });
});

describe("which register a table is", () => {
  const own = ["Activité", "Finalités", "Durée de conservation"];

  it.each([
    ["clients are named", ["Client", ...own], [["Voltiris", "", "", ""]], "processor"],
    ["several controllers are named", ["Responsable de traitement", ...own], [["A"], ["B"]], "processor"],
    ["the company alone is named", ["Responsable de traitement", ...own], [["A"], ["A"], [""]], "controller"],
    ["one of its fields is no proof", ["Activité", "Finalités", "Personnes"], [], "processor"],
    ["nobody is named", own, [], "controller"],
  ] as const)("%s", (_, header, rows, register) => {
    expect(guessRegister(header, rows)).toBe(register);
  });

  it("decides where a column may go, and which must be there", () => {
    expect(targetsOf("processor")).not.toContain("purposes");
    expect(targetsOf("controller")).not.toContain("controllerName");
    expect(guessColumns(["Finalités"], [], "processor")[0]!.target).toBe("note");
    expect(missingTargets("controller", ["purposes"])).toEqual([]);
    expect(missingTargets("controller", ["retention"])).toEqual(["activity"]);
    expect(missingTargets("processor", ["activity"])).toEqual(["controllerName"]);
  });
});

describe("a row of such a register", () => {
  it("is called by its first purpose where no column names it, and loses nothing", () => {
    const header = ["Finalités", "Base légale", "Durée de conservation", "Responsable"];
    const { content } = readRow({
      line: 2,
      cells: ["Paie ; Absences", "Obligation légale (code du travail)", "5 ans", "RH"],
      mapping: guessColumns(header, [], "controller"),
    });
    expect(content).toMatchObject({
      activity: "Paie",
      purposes: ["Paie", "Absences"],
      legalBases: ["legal-obligation"],
      retention: "5 ans",
      notes: "Base légale : Obligation légale (code du travail)\nResponsable : RH",
    });
  });
});

describe("readLegalBases", () => {
  it.each([
    ["Consentement", ["consent"], ""],
    ["Art. 6.1.b", ["contract"], ""],
    ["6(1)(f) RGPD", ["legitimate-interests"], ""],
    ["Contrat et obligation légale", ["contract", "legal-obligation"], ""],
    ["intérêt légitime / consentement", ["consent", "legitimate-interests"], ""],
    ["Intérêt légitime : prospection B2B", ["legitimate-interests"], "Intérêt légitime : prospection B2B"],
    ["Contrat, art. 6(1)(f)", ["contract"], "Contrat, art. 6(1)(f)"],
    ["code du travail", [], "code du travail"],
    ["موافقة الشخص المعني ؛ التزام قانوني", ["consent", "legal-obligation"], ""],
    ["", [], ""],
  ])("%s", (cell, value, leftover) => {
    expect(readLegalBases(cell)).toEqual({ value, doubts: [], leftover });
  });
});

describe("readJoint", () => {
  it.each([
    ["", "unanswered", [], ""],
    ["N", "no", [], ""],
    ["Oui", "yes", [], ""],
    ["X Corp", "yes", ["X Corp"], ""],
    ["Nejma ; Voltiris", "yes", ["Nejma", "Voltiris"], ""],
    ["Aucun responsable conjoint", "no", [], "Aucun responsable conjoint"],
  ] as const)("%s", (cell, answer, names, leftover) => {
    expect(readJoint(cell)).toEqual({ value: { answer, names }, doubts: [], leftover });
  });
});
