import type { JsonValue } from "@/lib/domain/journal/canonical";

/** Columns of everything that calls to sell leave; what a kind does not have is blank. */
export const TELEPHONE_COLUMNS = [
  "kind",
  "reference",
  "title",
  "controller",
  "state",
  "recordedAt",
  "firstDay",
  "lastDay",
  "instruction",
  "instructionReason",
  "script",
  "approval",
  "counts",
  "findings",
  "text",
  "fileDigest",
  "objections",
] as const;

export type TelephoneColumn = (typeof TELEPHONE_COLUMNS)[number];

export type TelephoneKind = "campaign" | "scrub" | "script" | "collection" | "consent-file" | "call-log";

export type TelephoneRow = {
  kind: TelephoneKind;
  /** Key of the words of its kind, where they depend on its day. */
  named?: "scrub-bloctel";
  subject: string | null;
  /** Row that it is made of, where none of its acts is shown. */
  drawnOf?: string;
  cells: Partial<Record<Exclude<TelephoneColumn, "kind">, string>>;
  data: Record<string, JsonValue>;
};

/** Separates parts of a line that are sentences of their own. */
export const BETWEEN = " · ";
