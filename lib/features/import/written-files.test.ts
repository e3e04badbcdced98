import { describe, expect, it } from "vitest";
import { itemAt } from "@/lib/domain/invariant/required";
import { planImport, type PlannedRow } from "@/lib/domain/import/plan";
import type { ImportTarget } from "@/lib/domain/import/types";
import { readFile, readRows } from "./read/read-file";
import { NO_CHOICES } from "./schema";
import { writeFileOf, type RowTruth, type WrittenFile } from "./written-files.fixture";

const FILES = 2_000;
const EEA = new Set(["FR", "IE"]);

/** A field is read as it was meant, is doubted or left open with its words, or is wrong without a word. */
type Verdict = "whole" | "doubtful" | "wrong";

function rowsOf({ lines }: WrittenFile): PlannedRow[] {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const text = lines.map((cells) => cells.map(quoted).join(";")).join("\r\n");
  const read = readFile({ bytes: Buffer.from(`\uFEFF${text}`), sheets: null }, NO_CHOICES);
  if (!read.ok || !read.file) throw new Error("A written file was not read.");
  return planImport({
    capacity: read.file.register,
    readings: readRows(read.file, read.file.guess),
    records: [],
    controllers: [],
    remembered: new Map(),
    decisions: { rows: {}, controllers: {} },
    today: "2026-11-28",
  }).rows;
}

const same = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join("|") === [...other].sort().join("|");

/** Whether each field of a row says what was meant; null where the register leaves it open. */
const FIELDS: readonly (readonly [ImportTarget, (row: PlannedRow, truth: RowTruth) => boolean | null])[] = [
  ["controllerName", ({ controllerName }, { controller }) => controllerName === controller],
  [
    "transfer",
    ({ content }, { transfers }) => {
      const third = content.destinations.flatMap(({ country }) =>
        country && !EEA.has(country) ? [country] : [],
      );
      if (content.transferAnswer === "unanswered") return null;
      if (transfers === null) return false;
      return same(third, transfers) && (content.transferAnswer === "yes") === transfers.length > 0;
    },
  ],
  [
    "instrument",
    ({ content }, { tool, tools }) => {
      if (tools) {
        const third = content.destinations.filter(({ country }) => country !== null && !EEA.has(country));
        return third.every(({ country, instrument }) => tools[country ?? ""] === instrument);
      }
      const [stated] = content.destinations;
      if (!stated?.instrument) return null;
      return tool === (stated.instrument === "none" ? "none" : "stands");
    },
  ],
  [
    "subProcessors",
    ({ content }, { subProcessors }) => {
      if (content.subProcessorsAnswer === "unanswered") return null;
      if (subProcessors === null) return false;
      return same(
        content.subProcessors.map(({ name }) => name),
        subProcessors,
      );
    },
  ],
  [
    "special",
    ({ content }, { sensitive }) =>
      content.specialAnswer === "unanswered"
        ? null
        : sensitive !== null && same(content.specialCategories, sensitive),
  ],
  [
    "startsOn",
    ({ content }, { startsOn }) => (content.startsOn ? content.startsOn.value === startsOn : null),
  ],
];

function judge(row: PlannedRow, truth: RowTruth, [field, isMeant]: (typeof FIELDS)[number]): Verdict {
  const meant = isMeant(row, truth);
  if (row.doubts.some((one) => one.field === field) || meant === null) return "doubtful";
  return meant ? "whole" : "wrong";
}

describe("files whose truth was made before their words", () => {
  it(
    `is never wrong without a word, over ${FILES} of them`,
    { timeout: 300_000, tags: ["multiplies"] },
    () => {
      const wrong = new Set<string>();
      const counts: Record<Verdict, number> = { whole: 0, doubtful: 0, wrong: 0 };
      for (let seed = 1; seed <= FILES; seed += 1) {
        const file = writeFileOf(seed);
        const rows = rowsOf(file);
        expect(rows.map(({ writtenReference }) => writtenReference)).toEqual(
          file.truth.map(({ reference }) => reference),
        );
        file.truth.forEach((truth, at) => {
          for (const field of FIELDS) {
            const verdict = judge(itemAt(rows, at), truth, field);
            counts[verdict] += 1;
            if (verdict === "wrong") wrong.add(`${field[0]}: ${JSON.stringify(itemAt(file.words, at))}`);
          }
        });
      }
      expect([...wrong].slice(0, 20)).toEqual([]);
      // Most cells are read; a reader that doubted everything would be safe and useless.
      expect(counts.whole).toBeGreaterThan(counts.doubtful);
    },
  );
});
