import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { MergedLists } from "@/components/form/three-way-merge";
import { dayFirst } from "@/lib/domain/time/partial-date";
import { SECTION_FIELDS, type RecordSection } from "@/lib/domain/processing-record/sections";

/** "" where no controller is named. */
export type SectionSource = RecordContent & { reference: string; controllerId: string };
export type SectionFormValues = Record<string, unknown>;

export const SECTION_CONTROLS: Record<RecordSection, readonly (keyof SectionSource)[]> = {
  ...SECTION_FIELDS,
  parties: ["reference", "controllerId"],
  "own-parties": ["reference", ...SECTION_FIELDS["own-parties"]],
};

/** Formats values as the form sends them: lists as lines, dates as written, unticked boxes absent. */
export function sectionValues(section: RecordSection, source: SectionSource): SectionFormValues {
  return Object.fromEntries(SECTION_CONTROLS[section].map((name) => [name, asSent(name, source[name])]));
}

/** Lists whose entries two people may change at once. */
export const MERGED_LISTS: MergedLists = {
  purposes: "lines",
  operations: "lines",
  measures: "lines",
  persons: "lines",
  dataCategories: "lines",
  tools: "lines",
  sites: "lines",
  recipients: "lines",
  jointControllers: "lines",
  destinations: "rows",
  subProcessors: "rows",
};

function asSent(name: string, value: unknown): unknown {
  if (typeof value === "boolean") return value ? "on" : undefined;
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return asSentList(name, value);
  if (typeof value === "object" && "value" in value && "text" in value)
    return String(value.text || dayFirst(String(value.value)));
  return String(value);
}

/** Repeated boxes, sent one by one. */
const CHOSEN = ["specialCategories", "legalBases", "measureIds", "contractIds"];

function asSentList(name: string, list: unknown[]): unknown {
  if (CHOSEN.includes(name)) return list;
  if (name === "destinations" || name === "subProcessors")
    return list.map((row) =>
      Object.fromEntries(
        Object.entries(row as Record<string, unknown>).map(([key, cell]) => [key, asSent(key, cell)]),
      ),
    );
  return list.join("\n");
}
