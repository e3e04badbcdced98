import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { sectionOfField, type RecordSection } from "@/lib/domain/processing-record/sections";
import type { Capacity, RecordField } from "@/lib/domain/processing-record/types";

/** Where an entry stands: in which organisation's register of which capacity. */
export type RecordPlace = { org: string; id: string; capacity: Capacity };

export function recordHref({ org, id, capacity }: RecordPlace): string {
  return `${registerHref(org, capacity)}/${id}`;
}

export function sectionHref(place: RecordPlace, section: RecordSection): string {
  return `${recordHref(place)}/edit/${section}`;
}

/** The form where a gap is mended: a section of the record, or the page of the party it is about. */
export function repairHref(
  field: RecordField,
  { controllerId, ...place }: RecordPlace & { controllerId: string },
): string {
  if (field.startsWith("processor") || field.startsWith("organisation")) return `/${place.org}/organisation`;
  if (field.startsWith("controller")) return `/${place.org}/controllers/${controllerId}`;
  return `${sectionHref(place, sectionOfField(place.capacity, field))}#${field}`;
}
