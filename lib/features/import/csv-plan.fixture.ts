import { withoutAsked } from "@/lib/domain/import/columns";
import { planImport } from "@/lib/domain/import/plan";
import { readFile, readRows } from "./read/read-file";
import { NO_CHOICES } from "./schema";

/** Plans a text of these cells into an empty register, with its columns as guessed. */
export function importCsv(lines: readonly (readonly string[])[]) {
  const text = lines
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
    .join("\r\n");
  const read = readFile({ bytes: Buffer.from(`\uFEFF${text}`), sheets: null }, NO_CHOICES);
  if (!read.ok || !read.file) throw new Error("The table was not found.");
  const plan = planImport({
    capacity: read.file.register,
    readings: readRows(read.file, withoutAsked(read.file.guess)),
    records: [],
    controllers: [],
    remembered: new Map(),
    decisions: { rows: {}, controllers: {} },
    today: "2026-11-28",
  });
  return { file: read.file, rows: plan.rows };
}
