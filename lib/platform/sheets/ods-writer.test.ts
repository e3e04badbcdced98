import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeOds } from "./ods-writer";
import { readWorkbook } from "./read-workbook";
import type { CellValue } from "./workbook";
import { writeXlsx } from "./xlsx-writer";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const HEADS = ["Réf.", "Texte", "Jour", "Nombre"];
const ROWS: CellValue[][] = [
  ["T-001", "=1+1", new Date("2026-02-03T00:00:00Z"), 7],
  ["T-002", "  deux  espaces\net « lignes » & <signes> _x0041_", "mars 2024", 0],
  ["T-003", "", "", ""],
  ["T-004", "المغرب 📞", "", -1],
];

const book = (isRightToLeft = false) => ({
  isRightToLeft,
  createdAt: new Date("2026-11-25T08:30:00Z"),
  sheets: [{ name: "Registre [1]", columns: HEADS.map((head) => ({ head, width: 14 })), rows: ROWS }],
});

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of chunks) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

describe.each([
  ["ods", writeOds],
  ["xlsx", writeXlsx],
] as const)("a workbook written as %s", (extension, write) => {
  it("comes back as what was written, typed, with no formula in it", async () => {
    const read = await readWorkbook(await bytesOf(write(book())));
    if (!read.ok) throw new Error(read.key);
    expect(read.sheets.map(({ name }) => name)).toEqual(["Registre  1 "]);
    const rows = read.sheets[0]!.rows.map((row) => HEADS.map((_, at) => row[at] ?? ""));
    expect(rows.slice(0, 5)).toEqual([
      HEADS,
      ["T-001", "=1+1", "2026-02-03", "7"],
      ["T-002", "  deux  espaces\net « lignes » & <signes> _x0041_", "mars 2024", "0"],
      ["T-003", "", "", ""],
      ["T-004", "المغرب 📞", "", "-1"],
    ]);
  });

  it.skipIf(!hasLibreOffice())(
    "is opened by LibreOffice (skipped where it is not installed)",
    async () => {
      const folder = temporaryFolder("sheet");
      try {
        const file = join(folder, `registre.${extension}`);
        writeFileSync(file, await bytesOf(write(book(true))));
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true,true";
        execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, file]);
        const text = readFileSync(join(folder, "registre.csv"), "utf8");
        expect(text).toContain("T-001;=1+1;03/02/2026;7");
        expect(text).toContain('"  deux  espaces\net « lignes » & <signes> _x0041_"');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});

function hasLibreOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
