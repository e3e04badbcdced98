import { SECTION_FIELDS, type RecordSection } from "@/lib/domain/processing-record/sections";
import type { RecordField } from "@/lib/domain/processing-record/types";

export function recordHref(org: string, id: string): string {
  return `/${org}/records/${id}`;
}

export function sectionHref(org: string, id: string, section: RecordSection): string {
  return `${recordHref(org, id)}/edit/${section}`;
}

/** The form where a gap is mended: a section of the record, or the page of the party it is about. */
export function mendHref(
  field: RecordField,
  { org, id, controllerId }: { org: string; id: string; controllerId: string },
): string {
  if (field.startsWith("processor")) return `/${org}/organisation`;
  if (field.startsWith("controller")) return `/${org}/controllers/${controllerId}`;
  return `${sectionHref(org, id, sectionOf(field))}#${field}`;
}

/** The section that a field is written in; the parties have pages of their own. */
export function sectionOf(field: RecordField): RecordSection {
  const found = Object.entries(SECTION_FIELDS).find(([, fields]) =>
    (fields as readonly string[]).includes(field),
  );
  return (found?.[0] as RecordSection | undefined) ?? "parties";
}
