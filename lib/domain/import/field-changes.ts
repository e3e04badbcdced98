import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";

/** One field that the file would change. `mendedHere`: a person changed it too, since the last import. */
export type FieldChange = { field: keyof RecordContent; from: JsonValue; to: JsonValue; mendedHere: boolean };

const BLANK = emptyContent("-");
const FIELDS = Object.keys(BLANK) as (keyof RecordContent)[];

/** The fields in which two contents differ. */
export function differingFields(a: RecordContent, b: RecordContent): (keyof RecordContent)[] {
  return FIELDS.filter((field) => textOf(a[field]) !== textOf(b[field]));
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

function textOf(value: RecordContent[keyof RecordContent]): string {
  return canonicalText(value as JsonValue);
}
