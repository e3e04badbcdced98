import { describe, expect, it } from "vitest";
import { assess } from "@/lib/domain/processing-record/completeness";
import { emptyContent } from "@/lib/domain/processing-record/content";
import { MOROCCO } from "@/lib/domain/processing-record/examples.fixture";
import { TRANSFER } from "@/lib/domain/processing-record/links.fixture";
import { SECTION_FIELDS, SECTIONS } from "@/lib/domain/processing-record/sections";
import type { RecordField } from "@/lib/domain/processing-record/types";
import type { SheetRow } from "@/lib/features/export/print/document/types";
import { exportedRecord, registerOf, volumeOf } from "@/lib/features/export/examples.fixture";
import { buildRegisterDocument } from "./register-document";
import type { RegisterExport } from "@/lib/features/export/read/register-export";
import { loadRegisterWords } from "./words";

const words = await loadRegisterWords("fr");

function documentOf(register: RegisterExport) {
  return buildRegisterDocument(volumeOf(register), { hash: "ab".repeat(32), words });
}

function rowsOf(change: Parameters<typeof exportedRecord>[0]): Record<string, SheetRow> {
  const { sections } = documentOf(registerOf(exportedRecord(change))).sheets[0]!;
  return Object.fromEntries(sections.flatMap(({ rows }) => rows).map((row) => [row.label, row]));
}

const textsOf = (row: SheetRow | undefined) => row?.lines.map(({ text }) => text);

it.each([
  [{ targeting: "no" }, "Sans objet : ne vise pas de personnes dans l’Union"],
  [{ establishments: ["FR"] }, "Sans objet : a un établissement dans l’Union"],
])("says why a client outside the Union with %o needs no representative", (stated, said) => {
  const controller = { country: "MA", representative: "", representativeAbsentReason: "", ...stated };
  const [text] = textsOf(rowsOf({ controller })["Représentant du responsable"]) ?? [];
  expect(text?.replaceAll("\u00a0", " ")).toContain(said);
});

describe("a register as of a past day", () => {
  const asOf = { day: "2026-03-14", endMs: Date.parse("2026-03-14T23:59:59.999Z") };
  const then = documentOf({ ...registerOf(exportedRecord()), asOf });

  it("says so first on its cover, at the head of every page and in the name of the file's window", () => {
    expect(then.cover[0]).toMatchObject({
      label: "État au",
      lines: [
        { text: "14\u00a0mars\u00a02026" },
        { text: expect.stringContaining("23:59\u00a0Casablanca\u00a0+00:00") },
      ],
    });
    for (const line of [then.head, then.metaTitle, then.subtitle])
      expect(line).toContain("au\u00a014\u00a0mars\u00a02026");
  });

  it("says until when by the clock of the client whose extract it is, Casablanca's once", () => {
    const extract = { ...registerOf(exportedRecord()), asOf };
    const coverOf = (zone?: "Africa/Casablanca" | "America/Toronto") =>
      documentOf({ ...extract, ...(zone && { zone }) })
        .cover.filter(({ label }) => label === "État au" || label === "Arrêté le")
        .flatMap(({ lines }) => lines.map(({ text }) => text))
        .join(" ");
    expect(coverOf("America/Toronto")).toContain("Toronto");
    expect(coverOf("America/Toronto")).not.toContain("Paris");
    expect(coverOf("Africa/Casablanca")).not.toContain("Paris");
    expect(coverOf("Africa/Casablanca").match(/23:59/g)).toHaveLength(1);
    expect(coverOf()).toContain("Paris");
  });

  it("says nothing of the kind where the register is taken as it stands", () => {
    const now = documentOf(registerOf(exportedRecord()));
    expect(now.cover.map(({ label }) => label)).not.toContain("État au");
    expect(now.head).not.toContain("14\u00a0mars");
  });
});

describe("a sheet", () => {
  it("names the joint controllers of the client where it has some, 26(1)", () => {
    const jointControllers = ["Brenval SA, dpo@brenval.example", "Orvelle"];
    expect(textsOf(rowsOf({ controller: { jointControllers } })["Responsables conjoints"])).toEqual(
      jointControllers,
    );
    expect(rowsOf({})["Responsables conjoints"]).toBeUndefined();
  });

  it("follows the order of the article, what 30(2) does not ask last", () => {
    const [sheet] = documentOf(registerOf(exportedRecord())).sheets;
    expect(sheet!.sections.map(({ article }) => article)).toEqual([
      "art.\u00a030(2)(a)",
      "art.\u00a030(2)(b)",
      "art.\u00a030(2)(c)",
      "art.\u00a030(2)(d)",
      "hors 30(2)",
    ]);
    expect(sheet!.gaps).toEqual({ text: "Complète", codes: "", isComplete: true });
    expect(sheet!.mentions).toBe("9 mentions sur 9 remplies");
    expect(sheet!.version).toBe("Version 7 du 18\u00a0nov.\u00a02026, 10:12\u00a0Casablanca\u00a0+00:00");
    expect(sheet!.state).toBe("Active depuis le 1er\u00a0mars\u00a02024");
  });

  it.each([
    ["draft", "Brouillon · Complète"],
    ["suspended", "Suspendue · Complète"],
    ["ended", "Close · Complète"],
  ] as const)("says that it is %s before it calls it complete", (state, text) => {
    const [sheet] = documentOf(registerOf({ ...exportedRecord(), state })).sheets;
    expect(sheet!.gaps.text).toBe(text);
  });

  it("says a transfer with its country, its tool, its dates", () => {
    expect(textsOf(rowsOf({})["Pays tiers et garanties"])).toEqual([
      "Maroc, Casablanca",
      "Clauses contractuelles types 2021/914, module 2, de responsable à sous-traitant, signature\u00a0: 10\u00a0janv.\u00a02026",
      "Analyse d’impact du transfert\u00a0: 8\u00a0janv.\u00a02026",
    ]);
  });

  it("says the measures of the library before those in the record's own words", () => {
    const measures = [{ reference: "M-001", title: "", libraryCode: "backups" }];
    expect(textsOf(rowsOf({ measures })["Mesures techniques et organisationnelles"])).toEqual([
      "Sauvegardes quotidiennes chiffrées, une hors ligne",
      "Connexion à deux facteurs",
      "Chiffrement des enregistrements",
    ]);
  });

  it("prints a gap beside the field, with what to write and whether statute or contract asks for it", () => {
    const row = rowsOf({ content: { measures: [] } })["Mesures techniques et organisationnelles"]!;
    expect(row.lines).toEqual([{ text: "Non renseigné", tone: "missing" }]);
    expect(row.gaps).toEqual([
      expect.objectContaining({
        level: "required",
        title: "Champ vide, sans motif",
        basis: "art.\u00a030(2)(d), 32(1), exigé par contrat",
      }),
    ]);
  });

  it("names what an entry lacks by its articles, each once, and by no code", () => {
    const lacking = exportedRecord({ content: { measures: [], operations: [] } });
    const [sheet] = documentOf(registerOf(lacking)).sheets;
    expect(sheet!.gaps.codes).toBe("art.\u00a030(2)(b) · art.\u00a030(2)(d), 32(1)");
    expect(JSON.stringify(sheet)).not.toMatch(/REG-|ADV-|SUB-|MINORS-/);
  });

  it("keeps a partial date as partial as it is, and a reason as a reason", () => {
    const rows = rowsOf({
      content: { startsOn: { value: "2024-03", text: "" }, endsOn: { value: "2027", text: "" } },
    });
    expect(textsOf(rows["Durée"])).toEqual(["Début\u00a0: mars\u00a02024 · Fin\u00a0: 2027"]);
    expect(textsOf(rows["Représentant du responsable"])).toEqual([
      "Sans objet\u00a0: établi dans l’Espace économique européen (France)",
    ]);
  });

  it("says what is done at a place of a transfer", () => {
    const rows = rowsOf({ content: { destinations: [{ ...MOROCCO, placeKind: "support" }] } });
    expect(textsOf(rows["Pays tiers et garanties"])?.[0]).toBe("Maroc, support, Casablanca");
  });

  it("says another kind of place than that of the transfer's row beside it", () => {
    const transfer = { ...TRANSFER, placeKind: "support" as const };
    const content = {
      destinations: [{ ...MOROCCO, transferId: transfer.id, placeKind: "hosting" as const }],
    };
    const entry = { ...exportedRecord({ content }), transfers: [transfer] };
    const { sections } = documentOf(registerOf(entry)).sheets[0]!;
    const row = sections.flatMap(({ rows }) => rows).find(({ label }) => label === "Pays tiers et garanties");
    expect(textsOf(row)?.[0]).toBe("Maroc, support, Casablanca");
    expect(textsOf(row)).toContainEqual(expect.stringContaining("hébergement"));
  });

  it("asks for no country where there is no transfer", () => {
    const rows = rowsOf({
      content: { transferAnswer: "no", transferReason: "Collecte directe", destinations: [] },
    });
    expect(textsOf(rows["Transfert hors de l’Union"])).toEqual(["Non", "Collecte directe"]);
    expect(rows["Pays tiers et garanties"]).toBeUndefined();
  });

  it("gives a word longer than its column places to break, and leaves an address whole", () => {
    const rows = rowsOf({
      content: { notes: "x".repeat(120), measures: [] },
      controller: { dpoContact: "delegue.france@lacombe.example" },
    });
    expect(longestRun(rows["Notes"])).toBeLessThanOrEqual(44);
    expect(textsOf(rows["Notes"])!.join("").replaceAll("\u200b", "")).toBe("x".repeat(120));
    expect(textsOf(rows["DPO du responsable"])).toEqual(["delegue.france@lacombe.example"]);
  });

  it("breaks sooner beside a gap", () => {
    const rows = rowsOf({ content: { specialAnswer: "yes", specialText: "z".repeat(80) } });
    expect(longestRun(rows["Données des art.\u00a09 et 10"])).toBeLessThanOrEqual(26);
  });
});

const longestRun = (row: SheetRow | undefined) =>
  Math.max(...textsOf(row)!.flatMap((text) => text.split(/\s|\u200b/).map((run) => run.length)));

describe("nothing is left out", () => {
  const poor = {
    reference: "T-002",
    controller: {
      address: "",
      country: null,
      contactEmail: "",
      dpoContact: "",
      legalName: "Client télécom",
      isPlaceholder: true,
    },
    content: emptyContent("Centre d’appels"),
  };

  it("every gap found is printed, whatever its field", () => {
    const fields: RecordField[] = [
      ...SECTIONS.processor.flatMap((section): readonly RecordField[] => SECTION_FIELDS[section]),
      "controller",
      "controllerContact",
      "controllerRepresentative",
      "controllerDpo",
      "processor",
      "processorRepresentative",
      "processorDpo",
    ];
    const record = exportedRecord(poor);
    const [gap] = record.gaps;
    for (const field of fields) {
      const { sheets } = documentOf(registerOf({ ...record, gaps: [{ ...gap!, field }] }));
      const notes = sheets[0]!.sections.flatMap(({ rows }) => rows).flatMap(({ gaps }) => gaps);
      expect(notes, field).toHaveLength(1);
    }
  });

  it("every text of a record is printed", () => {
    const texts = {
      transferReason: "§1",
      transferText: "§2",
      measuresAbsentReason: "§3",
      specialText: "§4",
      minorsText: "§5",
    };
    const lists = {
      operations: ["§6"],
      measures: ["§7"],
      persons: ["§8"],
      dataCategories: ["§9"],
      tools: ["§10"],
      sites: ["§11"],
    };
    const others = {
      recipients: ["§12"],
      volumes: "§13",
      contractReference: "§14",
      notes: "§15",
      activity: "§16",
    };
    const subProcessors = [{ name: "§17", country: "FR", service: "§18", subProcessorId: null }];
    const destination = {
      internationalOrganisation: "",
      place: "§19",
      instrumentText: "§20",
      assessmentText: "§21",
      derogationDocuments: "§22",
    };
    const destinations = [{ ...MOROCCO, ...destination }];
    const content = { ...texts, ...lists, ...others, subProcessors, destinations };
    const printed = JSON.stringify(documentOf(registerOf(exportedRecord({ content }))).sheets);
    const marks = Array.from({ length: 22 }, (_, index) => `§${index + 1}`);
    expect(marks.filter((mark) => !new RegExp(`${mark}(?!\\d)`).test(printed))).toEqual([]);
  });

  it("the gaps are those that the rules find", () => {
    const record = exportedRecord(poor);
    const { organisation } = registerOf();
    const found = assess({
      record: { ...record, capacity: "processor" },
      controller: record.controller,
      organisation,
      on: "2026-11-25",
    });
    const { sheets } = documentOf(registerOf(record));
    const notes = sheets[0]!.sections.flatMap(({ rows }) => rows).flatMap(({ gaps }) => gaps);
    expect(notes).toHaveLength(found.length);
  });
});

describe("cover and contents", () => {
  const register = registerOf(
    exportedRecord({ reference: "T-003", controller: { legalName: "Orvelle Énergie SA" } }),
    exportedRecord(),
    exportedRecord({ reference: "T-002", content: { measures: [] } }),
  );

  it("counts records, controllers and gaps, and dates the register in both cities", () => {
    const lines = Object.fromEntries(
      documentOf(register).cover.map((row) => [row.label, row.lines.map(({ text }) => text)]),
    );
    expect(lines["Contenu"]).toEqual([
      "3 fiches, 2 responsables du traitement",
      "1 lacune",
      "Avec les lacunes et recommandations de l’organisation : usage interne",
    ]);
    expect(lines["Périmètre"]).toEqual(["Registre entier"]);
    expect(lines["Arrêté le"]).toEqual([
      "25\u00a0nov.\u00a02026, 08:30\u00a0Casablanca\u00a0+00:00, 09:30\u00a0Paris\u00a0+01:00",
      "par Imane Berrada",
    ]);
  });

  it("lists each controller once, with its sheets", () => {
    const { groups } = documentOf(register).contents;
    expect(
      groups.map(({ controller, sheets }) => [controller, ...sheets.map(({ reference }) => reference)]),
    ).toEqual([
      ["Fromagerie Lacombe SAS", "T-001", "T-002"],
      ["Orvelle Énergie SA", "T-003"],
    ]);
    expect(groups[0]!.sheets.map(({ gaps }) => gaps)).toEqual(["", "1 lacune"]);
  });

  it("speaks the three languages to the last word", async () => {
    for (const locale of ["en", "ar"] as const) {
      const spoken = await loadRegisterWords(locale);
      const volume = volumeOf(register);
      expect(() => buildRegisterDocument(volume!, { hash: "ab".repeat(32), words: spoken })).not.toThrow();
    }
  });
});

describe("a register as kept", () => {
  it("says on its cover that it is, and nowhere what it lacks or that it lacks nothing", async () => {
    const words = await loadRegisterWords("fr");
    const lacking = exportedRecord({ content: { operations: [], measures: [] } });
    const stored = { ...registerOf({ ...lacking, gaps: [] }), holdsFindings: false };
    const stated = (register: RegisterExport) =>
      JSON.stringify(buildRegisterDocument(volumeOf(register), { hash: "0".repeat(64), words }));
    const findings = /REG-|ADV-|lacune|conseil\b|Complète|mentions? sur|usage interne/;
    expect(stated(stored)).not.toMatch(findings);
    expect(stated(stored)).toContain("Tel que tenu au registre, sans annotations internes");
    expect(stated(registerOf(lacking))).toMatch(findings);
    expect(stated(registerOf(lacking))).not.toContain("Tel que tenu");
  });
});
