import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";

/** Field that the file would change. `mendedHere`: a person changed it too, since the last import. */
export type FieldChange = { field: keyof RecordContent; from: JsonValue; to: JsonValue; mendedHere: boolean };

const BLANK = emptyContent("-");
const FIELDS = Object.keys(BLANK) as (keyof RecordContent)[];

/** The fields in which two contents differ. */
export function differingFields(a: RecordContent, b: RecordContent): (keyof RecordContent)[] {
  return FIELDS.filter((field) => !isSameValue(a[field], b[field]));
}

/** True for a value that says nothing: a blank cell changes nothing that is known. */
export function isBlank(value: RecordContent[keyof RecordContent]): boolean {
  return (
    value === null ||
    value === "" ||
    value === "unanswered" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** True when both say the same: a date in other words ("3/2/25", "3 février 2025") is the same date. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

function textOf(value: unknown): string {
  return canonicalText(withoutDateWords(value as JsonValue));
}

function withoutDateWords(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutDateWords);
  // Workbooks end a line one way, forms another.
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !(key === "text" && "value" in value));
  return Object.fromEntries(entries.map(([key, member]) => [key, withoutDateWords(member as JsonValue)]));
}
