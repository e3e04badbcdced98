import { describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/domain/processing-record/content";
import { SECTION_FIELDS, SECTIONS } from "@/lib/domain/processing-record/sections";
import type { RecordField } from "@/lib/domain/processing-record/types";
import { contentText } from "@/lib/features/export/print/content-hash";
import { ownExportedRecord, ownRegisterOf, registerOf, exportedRecord, volumeOf } from "./examples.fixture";
import { registerFileName } from "@/lib/features/export/print/file-name";
import { writeRegisterCsv } from "@/lib/features/export/print/register-csv";
import { buildRegisterDocument } from "@/lib/features/export/print/register-document";
import type { RegisterExport } from "@/lib/features/export/read/register-export";
import { loadRegisterWords } from "@/lib/features/export/print/words";

const words = await loadRegisterWords("fr");

function documentOf(register: RegisterExport) {
  return buildRegisterDocument(volumeOf(register), { hash: "ab".repeat(32), words });
}

async function tableOf(register: RegisterExport): Promise<string[]> {
  const parts: string[] = [];
  const { records, capacity } = register;
  for await (const part of writeRegisterCsv(records, { words, on: "2026-11-25", capacity })) parts.push(part);
  return parts.join("").trim().split("\r\n");
}

describe("the document of the company's own register", () => {
  it("is titled by its article, and says on its common page that it is good practice", () => {
    const document = documentOf(ownRegisterOf(ownExportedRecord()));
    expect(document.title).toBe("Registre du responsable du traitement");
    expect(document.law.article).toBe("art.\u00a030(1)");
    const stated = document.cover.map(
      ({ label, lines }) => `${label} : ${lines.map(({ text }) => text).join(" ")}`,
    );
    expect(stated.find((row) => row.startsWith("Fondement"))).toContain("Bonne pratique");
    expect(stated[0]).toContain("Responsable du traitement : Zellij Voix SARL");
    expect(stated.join("\n")).not.toContain("responsables du traitement");
  });

  it("follows 30(1) letter by letter", () => {
    const [sheet] = documentOf(ownRegisterOf(ownExportedRecord())).sheets;
    expect(sheet!.sections.map(({ article }) => article)).toEqual([
      ..."abcdefg".split("").map((letter) => `art.\u00a030(1)(${letter})`),
      "hors 30(1)",
    ]);
    expect(sheet!.mentions).toBe("10 mentions sur 10 remplies");
  });

  it("prints what may be completed without calling it a lack", () => {
    const record = ownExportedRecord({ content: emptyContent("Recrutement") });
    const { sheets, contents } = documentOf(ownRegisterOf(record));
    expect(sheets[0]!.gaps).toMatchObject({ text: "6 mentions conseillées", isComplete: true });
    expect(contents.groups[0]!.sheets[0]!.gaps).toBe("");
    const notes = sheets[0]!.sections.flatMap(({ rows }) => rows).flatMap(({ gaps }) => gaps);
    expect(notes.every(({ level }) => level === "advisable")).toBe(true);
    expect(notes.find(({ title }) => title === "Finalités manquantes")!.basis).toBe(
      "art.\u00a030(1)(b), bonne pratique",
    );
  });

  it("asks about third countries, and cites law 09-08 as another law", () => {
    const record = ownExportedRecord();
    const [gap] = ownExportedRecord({ content: emptyContent("Recrutement") }).gaps;
    const filing = {
      ...gap!,
      field: "cndpNumbers" as const,
      article: "09-08, 12(1), 21",
      level: "advisable" as const,
    };
    const rows = documentOf(ownRegisterOf({ ...record, gaps: [filing] })).sheets[0]!.sections.flatMap(
      ({ rows }) => rows,
    );
    expect(rows.map(({ label }) => label)).toContain("Transfert vers un pays tiers");
    expect(rows.flatMap(({ gaps }) => gaps)[0]!.basis).toMatch(
      /^loi\u00a009\u201108, art\.\u00a012\(1\), 21, /,
    );
  });

  it("prints every gap beside a field, whatever the field", () => {
    const fields: RecordField[] = [
      ...SECTIONS.controller.flatMap((section): readonly RecordField[] => SECTION_FIELDS[section]),
      "organisation",
      "organisationRepresentative",
      "organisationDpo",
    ];
    const record = ownExportedRecord({ content: emptyContent("Recrutement") });
    const [gap] = record.gaps;
    for (const field of fields) {
      const { sheets } = documentOf(ownRegisterOf({ ...record, gaps: [{ ...gap!, field }] }));
      const notes = sheets[0]!.sections.flatMap(({ rows }) => rows).flatMap(({ gaps }) => gaps);
      expect(notes, field).toHaveLength(1);
    }
  });

  it("prints every text of an entry, and its table holds them too", async () => {
    const stated = {
      purposes: ["§1", "§2"],
      jointAnswer: "yes" as const,
      jointControllers: ["§3"],
      persons: ["§4"],
      dataCategories: ["§5"],
      recipients: ["§6"],
      subProcessors: [{ name: "§7", country: "FR", service: "§8", subProcessorId: null }],
      transferAnswer: "yes" as const,
      transferText: "§9",
      retention: "§10",
      retentionAbsentReason: "§11",
      measures: ["§12"],
      specialCondition: "§13",
      informationNotice: "§14",
      cndpNumbers: ["§15"],
      notes: "§16",
    };
    const register = ownRegisterOf(ownExportedRecord({ content: stated }));
    const printed = JSON.stringify(documentOf(register));
    const [, row] = await tableOf(register);
    for (let index = 1; index <= 16; index += 1) {
      expect(printed, `§${index}`).toContain(`§${index}`);
      expect(row, `§${index}`).toContain(`§${index}`);
    }
  });

  it("has a name and a content of its own", () => {
    const volume = volumeOf(ownRegisterOf());
    const at = { slug: "nejma-contact", day: "2026-11-25", extension: "pdf", drafts: 0 } as const;
    expect(registerFileName(volume!, at)).toBe("registre-responsable-nejma-contact-2026-11-25.pdf");
    expect(contentText(volume!)).not.toBe(contentText(volumeOf(registerOf())));
  });

  it("never prints a purpose in the processor's register", async () => {
    const record = exportedRecord({ content: { purposes: ["§but"], retention: "§durée" } });
    const register = registerOf(record);
    expect(JSON.stringify(documentOf(register).sheets)).not.toContain("§");
    expect((await tableOf(register)).join("\n")).not.toContain("§");
  });
});
