import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { sectionOfField, type RecordSection } from "@/lib/domain/processing-record/sections";
import type { Capacity, RecordField } from "@/lib/domain/processing-record/types";

export type RecordPlace = { org: string; id: string; capacity: Capacity };

export function recordHref({ org, id, capacity }: RecordPlace): string {
  return `${registerHref(org, capacity)}/${id}`;
}

export function sectionHref(place: RecordPlace, section: RecordSection): string {
  return `${recordHref(place)}/edit/${section}`;
}

/** Leads to a section of the record, or to the page of the party concerned. */
export function repairHref(
  field: RecordField,
  { controllerId, ...place }: RecordPlace & { controllerId: string },
): string {
  if (field.startsWith("processor") || field.startsWith("organisation")) return `/${place.org}/organisation`;
  if (field.startsWith("controller")) return `/${place.org}/controllers/${controllerId}`;
  return `${sectionHref(place, sectionOfField(place.capacity, field))}#${field}`;
}
