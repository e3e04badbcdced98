import type { RecordContent } from "@/lib/domain/processing-record/content";
import { mergeLines, mergeLists } from "@/components/form/merge-lists";
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

/** Takes your value where you changed it and the stored one elsewhere; initial values of a form corrected by hand. */
export function mergeSection(
  controls: readonly string[],
  { base, yours, theirs }: Record<"base" | "yours" | "theirs", SectionFormValues>,
  stored: Record<string, "yours" | "theirs" | "both"> = {},
): SectionFormValues {
  const writings = { base, yours, theirs };
  return Object.fromEntries(
    controls.map((name) => {
      if (stored[name] === "both") return [name, joinTexts(name, writings) ?? theirs[name]];
      const isMine = stored[name] ? stored[name] === "yours" : !isSame(base[name], yours[name]);
      return [name, isMine ? yours[name] : theirs[name]];
    }),
  );
}

/** Merges a list that both changed without loss. */
export function joinTexts(
  name: string,
  { base, yours, theirs }: Record<"base" | "yours" | "theirs", SectionFormValues>,
): unknown {
  const writings = [base[name], yours[name], theirs[name]] as const;
  const [first, second, third] = writings;
  if (isSame(first, second) || isSame(first, third) || isSame(second, third)) return undefined;
  if (LINE_LISTS.has(name))
    return (
      mergeLines(...(writings.map((text) => String(text ?? "")) as [string, string, string])) ?? undefined
    );
  if (!ROW_LISTS.has(name)) return undefined;
  return mergeLists(rowsOf(first), rowsOf(second), rowsOf(third), plainRow) ?? undefined;
}

/** Reads the base values from the form itself, so that conflicts need no JavaScript. */
export function readBase(values: SectionFormValues): SectionFormValues {
  try {
    const base: unknown = JSON.parse(String(values.base ?? "{}"));
    return typeof base === "object" && base !== null ? (base as SectionFormValues) : {};
  } catch {
    return {};
  }
}

const LINE_LISTS: ReadonlySet<string> = new Set([
  "purposes",
  "operations",
  "measures",
  "persons",
  "dataCategories",
  "tools",
  "sites",
  "recipients",
  "jointControllers",
]);
const ROW_LISTS: ReadonlySet<string> = new Set(["destinations", "subProcessors"]);

/** Omits blank rows, which a form sends too. */
function rowsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.filter((row) => plainRow(row) !== "{}") : [];
}

function plainRow(row: unknown): string {
  return JSON.stringify(filledCells(row));
}

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

function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

/** Normalises line ends and blank rows, which browsers add. */
function plain(value: unknown): string {
  if (typeof value === "string") return value.replace(/\r\n/g, "\n").trim();
  if (!Array.isArray(value)) return value === undefined || value === null ? "" : JSON.stringify(value);
  return value
    .map((row) => (typeof row === "string" ? row : plainRow(row)))
    .filter((row) => row !== "{}")
    .join("\n");
}

function filledCells(row: unknown): Record<string, unknown> {
  const cells = Object.entries((row ?? {}) as Record<string, unknown>).filter(([, cell]) => cell !== "");
  return Object.fromEntries(cells.sort(([a], [b]) => a.localeCompare(b)));
}
