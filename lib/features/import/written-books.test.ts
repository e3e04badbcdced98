import { describe, expect, it } from "vitest";
import { withoutAsked } from "@/lib/domain/import/columns";
import { planImport, type PlannedRow } from "@/lib/domain/import/plan";
import type { ImportTarget } from "@/lib/domain/import/types";
import { writtenBook } from "@/lib/platform/sheets/workbook.fixture";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { readFile, readRows } from "./read/read-file";
import { NO_CHOICES } from "./schema";
import { WRITTEN_BOOKS, type BookRow, type WrittenBook } from "./written-books.fixture";
import { WRITTEN_TABLES } from "./written-tables.fixture";

const EEA = new Set(["FR", "IE", "BE", "LU", "DE", "ES"]);

async function rowsOf({ sheets, ...marks }: WrittenBook): Promise<PlannedRow[]> {
  const read = await readWorkbook(writtenBook(sheets, marks));
  if (!read.ok) throw new Error(read.key);
  const source = { bytes: new Uint8Array(), sheets: read.sheets };
  const offered = readFile(source, NO_CHOICES);
  if (!offered.ok) throw new Error("No table was found.");
  const likely = "choice" in offered ? offered.choice.filter(({ isLikely }) => isLikely) : [];
  const chosen = { ...NO_CHOICES, sheets: likely.map(({ index }) => index) };
  const found = likely.length > 0 ? readFile(source, chosen) : offered;
  if (!found.ok || !found.file) throw new Error("No table was read.");
  return planImport({
    capacity: found.file.register,
    readings: readRows(found.file, withoutAsked(found.file.guess)),
    records: [],
    controllers: [],
    remembered: new Map(),
    decisions: { rows: {}, controllers: {} },
    today: "2026-11-28",
  }).rows;
}

const same = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join("|") === [...other].sort().join("|");

/** The letters of a name: legal forms and capitals are written in many ways, and are one company. */
const lettersOf = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a field says what was meant; null where it is left open. */
const FIELDS: readonly (readonly [
  keyof BookRow,
  ImportTarget,
  (row: PlannedRow, truth: BookRow) => boolean | null,
])[] = [
  [
    "client",
    "controllerName",
    ({ controllerName }, { client }) => lettersOf(controllerName) === lettersOf(client),
  ],
  ["activity", "activity", ({ content }, { activity }) => content.activity === activity],
  [
    "third",
    "transfer",
    ({ content }, { third }) => {
      if (content.transferAnswer === "unanswered") return null;
      const found = content.destinations.flatMap(({ country }) =>
        country && !EEA.has(country) ? [country] : [],
      );
      if (!third) return false;
      return same(found, third) && (content.transferAnswer === "yes") === third.length > 0;
    },
  ],
  [
    "subProcessors",
    "subProcessors",
    ({ content }, { subProcessors }) => {
      if (content.subProcessorsAnswer === "unanswered") return null;
      const found = content.subProcessors.map(({ name }) => name);
      return subProcessors ? same(found, subProcessors) : false;
    },
  ],
  [
    "special",
    "special",
    ({ content }, { special }) => {
      if (content.specialAnswer === "unanswered") return null;
      return special ? same(content.specialCategories, special) : false;
    },
  ],
  [
    "startsOn",
    "startsOn",
    ({ content }, { startsOn }) => (content.startsOn ? content.startsOn.value === startsOn : null),
  ],
];

describe("workbooks whose truth was stated before their words", { timeout: 60_000 }, () => {
  it.each([...WRITTEN_BOOKS, ...WRITTEN_TABLES].map((book) => [book.name, book] as const))(
    "of %s",
    async (_, book) => {
      const rows = await rowsOf(book);
      expect(rows.map(({ writtenReference }) => writtenReference)).toEqual(
        book.truth.map(({ reference }) => reference),
      );
      const wrong = rows.flatMap((row, at) =>
        FIELDS.flatMap(([key, field, isMeant]) => {
          const truth = book.truth[at];
          if (!truth || !(key in truth)) return [];
          const isDoubted = row.doubts.some((one) => one.field === field);
          return isDoubted || isMeant(row, truth) !== false ? [] : [`${truth.reference} ${key}`];
        }),
      );
      expect(wrong).toEqual([]);
    },
  );
});
