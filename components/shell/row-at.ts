import { TASK_NOUNS, TASK_ROWS, type TaskNoun } from "@/lib/domain/assignment/rows";
import { REGISTER_SEGMENTS } from "@/lib/domain/processing-record/register-segments";

const SEGMENTS = new Map<string, TaskNoun>([
  ...TASK_NOUNS.map((noun) => [TASK_ROWS[noun].segment, noun] as const),
  [REGISTER_SEGMENTS.controller, "processing-record"],
]);

const ROW = /^\/[^/]+\/([a-z-]+(?:\/[a-z-]+)?)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(\/.*)?$/;

type PlacedRow = { noun: TaskNoun; id: string; /** False on the pages below its sheet. */ isSheet: boolean };

/** Row on whose sheet, or below it, an address stands; null on every other page. */
export function rowAt(pathname: string): PlacedRow | null {
  const [, segment = "", id = "", below] = ROW.exec(pathname) ?? [];
  const noun = SEGMENTS.get(segment);
  return noun ? { noun, id, isSheet: below === undefined } : null;
}

/** Key of shell.places by which a row is called that has no name to show. */
export function placeOfRow(noun: TaskNoun): string {
  const { segment } = TASK_ROWS[noun];
  return segment.includes("/") ? noun : segment;
}
