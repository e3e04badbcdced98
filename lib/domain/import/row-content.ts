import { withoutBlanks } from "@/lib/domain/processing-record/blank-content";
import { recordContentSchema, type RecordContent } from "@/lib/domain/processing-record/content";
import { doubtCut } from "./doubts";
import type { Doubt, ImportTarget } from "./types";

/** Texts of a row by target; several columns of one target are joined, a line each. */
export type CellsByTarget = Partial<Record<ImportTarget, { header: string; text: string }>>;

const TARGET_OF: Readonly<Record<string, ImportTarget>> = {
  destinations: "transfer",
  transferReason: "transfer",
  transferText: "transfer",
  instrumentText: "instrument",
  assessmentText: "assessment",
  derogationDocuments: "derogation",
  specialText: "special",
  minorsText: "minors",
  minorsProcedureId: "minorsProcedure",
  jointAnswer: "jointControllers",
};

/** A blank activity is no content of the register's, and a row without one is set aside: it is left out and put back. */
const PLACEHOLDER = "-";

/**
 * Holds a content to the limits of the register: what is too long is cut, its cell kept whole in the notes with a
 * doubt. Only notes longer than the register can hold are themselves cut.
 */
export function fitContent(
  draft: RecordContent,
  cells: CellsByTarget,
): { content: RecordContent; doubts: Doubt[] } {
  const doubts = new Map<ImportTarget, Doubt>();
  let content: RecordContent = { ...draft, activity: draft.activity || PLACEHOLDER };
  for (;;) {
    const parsed = recordContentSchema.safeParse(withoutBlanks(content));
    if (parsed.success) {
      const activity = draft.activity === "" ? "" : parsed.data.activity;
      return { content: { ...parsed.data, activity }, doubts: [...doubts.values()] };
    }
    for (const issue of parsed.error.issues) {
      if (issue.code !== "too_big") throw new Error(`A reader broke the content: ${parsed.error.message}`);
      const field = issue.path[0] as keyof RecordContent;
      const target = targetOf(issue.path);
      content = cut(content, issue.path, Number(issue.maximum));
      if (!doubts.has(target) && field !== "notes") content = addWholeText(content, cells[target]);
      doubts.set(target, doubtCut(target, Number(issue.maximum)));
    }
  }
}

/** The column that a field of the content was read from; the last name of the path tells most. */
function targetOf(path: readonly PropertyKey[]): ImportTarget {
  return TARGET_OF[String(path.at(-1))] ?? TARGET_OF[String(path[0])] ?? (path[0] as ImportTarget);
}

function addWholeText(content: RecordContent, cell: CellsByTarget[ImportTarget]): RecordContent {
  return cell ? { ...content, notes: addNote(content.notes, cell.header, cell.text) } : content;
}

/** "Header : value" on a line of its own. */
export function addNote(notes: string, header: string, text: string): string {
  return [notes, header === "" ? text.trim() : `${header} : ${text.trim()}`]
    .filter((line) => line !== "")
    .join("\n");
}

/** Returns a copy with the text or list at `path` cut to `maximum`. */
function cut<T>(value: T, path: readonly PropertyKey[], maximum: number): T {
  const [key, ...rest] = path;
  if (key === undefined) return shorten(value, maximum) as T;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
    PropertyKey,
    unknown
  >;
  // Values at deeper paths may have been cut with their list.
  if (key in copy) copy[key] = cut(copy[key], rest, maximum);
  return copy as T;
}

function shorten(value: unknown, maximum: number): unknown {
  if (Array.isArray(value)) return value.slice(0, maximum);
  // Half of a surrogate pair is no character.
  return typeof value === "string"
    ? value
        .trim()
        .slice(0, maximum)
        .replace(/[\uD800-\uDBFF]$/, "")
    : value;
}
