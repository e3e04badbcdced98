import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cnilActorLines } from "@/lib/domain/import/cnil/actors";
import { readCnilRecord } from "@/lib/domain/import/cnil/read-record";
import { readCnilWorkbook } from "@/lib/domain/import/cnil/workbook";
import { differingFields } from "@/lib/domain/import/field-changes";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import { ownExportedRecord, ownRegisterOf } from "@/lib/features/export/examples.fixture";
import { writeRegisterCnil } from "./register-cnil";
import { loadRegisterWords } from "./words";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const MEASURE = {
  id: "0190a000-0000-7000-8000-000000000001",
  reference: "M-001",
  libraryCode: null,
  title: "Badges",
};
const RECORDS = [
  ownExportedRecord(),
  ownExportedRecord({
    reference: "I-002",
    content: {
      activity: "Vidéo : entrées / sorties [quai] d’une très longue désignation",
      purposes: ["=1+1", "Sûreté"],
      dataCategories: ["Images", "Non"],
      measureIds: [MEASURE.id],
      measures: ["Écrans\nfermés"],
      legalBases: ["legitimate-interests"],
      frequency: "daily",
      specialAnswer: "no",
      transferAnswer: "no",
      notes: "Voir la note\n\n« interne »",
    },
  }),
  ownExportedRecord({
    reference: "I-003",
    content: { activity: "Vidéo : entrées / sorties [quai] d’une très longue désignation, bis" },
  }),
];

async function write(format: "cnil-xlsx" | "cnil-ods"): Promise<Uint8Array> {
  const words = await loadRegisterWords("fr");
  return concatenateChunks(
    writeRegisterCnil(ownRegisterOf(...RECORDS), { format, measures: [MEASURE], words }),
  );
}

async function expectSame(bytes: Uint8Array): Promise<void> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.key);
  const words = await loadRegisterWords("fr");
  const known = {
    actors: cnilActorLines(ownRegisterOf().organisation, words.country),
    measures: new Map([["M-001 Badges", MEASURE.id]]),
  };
  const { entries, blank } = readCnilWorkbook(read.sheets)!;
  expect(blank).toEqual([]);
  const back = entries.map(({ sheet, listing }) => readCnilRecord(sheet, listing, known));
  expect(back.map(({ reference }) => reference)).toEqual(RECORDS.map(({ reference }) => reference));
  back.forEach(({ content }, at) => expect(differingFields(content, RECORDS[at]!.content)).toEqual([]));
}

describe.each(["cnil-xlsx", "cnil-ods"] as const)("writeRegisterCnil, %s", (format) => {
  it("has a list and a sheet for each entry, under names that a sheet may bear", async () => {
    const read = await readWorkbook(await write(format));
    const names = read.ok ? read.sheets.map(({ name }) => name) : [];
    expect(names).toHaveLength(1 + RECORDS.length);
    expect(names[0]).toBe("Liste des traitements");
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:']{1,31}$/);
  });

  it("says the same when it is read again", async () => {
    await expectSame(await write(format));
  });

  it("says in its list as of which day it is, and reads the same for it", async () => {
    const asOf = { day: "2026-03-14", endMs: Date.UTC(2026, 2, 15) };
    const words = await loadRegisterWords("fr");
    const register = { ...ownRegisterOf(...RECORDS), asOf };
    const bytes = await concatenateChunks(
      writeRegisterCnil(register, { format, measures: [MEASURE], words }),
    );
    const read = await readWorkbook(bytes);
    expect(read.ok && read.sheets[0]!.rows[0]).toEqual([
      words.document("document.asOf"),
      "14\u00a0mars\u00a02026",
    ]);
    await expectSame(bytes);
  });

  const office = findOffice();
  it.skipIf(!office)(
    "is opened by LibreOffice and saved as the other format (skipped where it is not installed)",
    { timeout: 120_000 },
    async () => {
      const [from, to] = format === "cnil-ods" ? ["ods", "xlsx"] : ["xlsx", "ods"];
      const folder = temporaryFolder("office");
      try {
        writeFileSync(join(folder, `registre.${from}`), await write(format));
        execFileSync(
          office!,
          [
            "--headless",
            `-env:UserInstallation=file://${folder}/profile`,
            "--convert-to",
            to!,
            "--outdir",
            folder,
            join(folder, `registre.${from}`),
          ],
          { stdio: "ignore" },
        );
        await expectSame(readFileSync(join(folder, `registre.${to}`)));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

function findOffice(): string | null {
  for (const name of ["soffice", "libreoffice"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {}
  }
  return null;
}
