import { onlyOf } from "@/lib/domain/invariant/required";
import type { RecordContent, SpecialCategory } from "@/lib/domain/processing-record/content";
import { fold } from "@/lib/domain/text/fold";
import { readAnswer } from "../values/answer";
import { readNoAnswer } from "../values/none";
import type { CnilRow } from "./sheet";
import { NUMBERED, SPECIAL_LABELS } from "./words";

/** "Label : value", kept in the notes because the register has no field for it. */
export type Leftover = { header: string; text: string };

/** Category of data with its retention period. */
type DataRow = { label: string; item: string; duration: string };

const SPECIAL = new Map(
  Object.entries(SPECIAL_LABELS).map(([code, label]) => [fold(label), code as SpecialCategory]),
);

/**
 * Joins the first column of a numbered row with the second. "Destinataire 2 | Service interne | Paie" →
 * "Service interne : Paie".
 */
export function readItems(rows: readonly CnilRow[], numbered: string): string[] {
  return rows.flatMap(({ label, first, second }) => {
    const stated = [isNumbered(label, numbered) ? "" : label, first, second].filter(Boolean);
    return first || second ? [stated.join(" : ")] : [];
  });
}

export type DataReading = { items: string[]; retention: string; leftovers: Leftover[] };

/** Categories of data, and how long: one time for all of them, or a line for each. */
export function readData(data: readonly CnilRow[], special: readonly CnilRow[]): DataReading {
  const rows = data.map(dataRow).filter((row) => row !== null);
  const stored = [
    ...rows,
    ...special.filter(({ first, second }) => isAnswered(first) || second).map(sensitiveRow),
  ];
  return {
    items: rows.flatMap(({ item }) => item || []),
    retention: joinDurations(stored),
    leftovers: data.flatMap(({ label, first }) =>
      first && !isAnswered(first) ? [{ header: label, text: first }] : [],
    ),
  };
}

/** A row that says "non" or "sans objet" names no data; one that is ticked names what its label names. */
function dataRow({ label, first, second }: CnilRow): DataRow | null {
  const isOurs = isNumbered(label, NUMBERED.data);
  if (!isAnswered(first)) return second ? { label: isOurs ? "" : label, item: "", duration: second } : null;
  if (isOurs) return { label: first, item: first, duration: second };
  return { label, item: isTicked(first) ? label : `${label} : ${first}`, duration: second };
}

function sensitiveRow({ label, first, second }: CnilRow): DataRow {
  return { label, item: first, duration: second };
}

function joinDurations(rows: readonly DataRow[]): string {
  const durations = new Set(rows.map(({ duration }) => duration));
  const only = onlyOf([...durations]);
  if (only !== null) return only;
  return rows
    .filter(({ duration }) => duration !== "")
    .map(({ label, duration }) => (label === "" ? duration : `${label} : ${duration}`))
    .join("\n");
}

/** Special categories, art. 9 and 10: "no" only where somebody wrote it. */
export function readSpecialRows(
  rows: readonly CnilRow[],
  listed: string,
): Pick<RecordContent, "specialAnswer" | "specialCategories" | "specialText"> {
  const stated = rows.filter(({ first }) => isAnswered(first));
  const isDenied = rows.some(({ first }) => isDenial(first));
  const answer = readAnswer(listed).value.answer;
  return {
    specialAnswer: stated.length > 0 ? "yes" : isDenied && answer !== "yes" ? "no" : answer,
    specialCategories: stated.flatMap(({ label }) => SPECIAL.get(fold(label)) ?? []),
    specialText: stated
      .filter(({ label, first }) => !isTicked(first) || !SPECIAL.has(fold(label)))
      .map(({ label, first }) => (isTicked(first) ? label : `${label} : ${first}`))
      .join("\n"),
  };
}

export function isNumbered(label: string, numbered: string): boolean {
  return label === "" || new RegExp(`^${fold(numbered)}( \\d+)?$`).test(fold(label));
}

/** "Néant" and "sans objet" say that there is none; a vague word is still a word. */
function isAnswered(cell: string): boolean {
  return cell !== "" && !isDenial(cell);
}

function isDenial(cell: string): boolean {
  const silence = readNoAnswer(cell);
  return silence !== null && silence.kind !== "hollow";
}

function isTicked(cell: string): boolean {
  return /^(?:oui|x|✓|✔|☑|☒|vrai|true)$/iu.test(cell);
}
