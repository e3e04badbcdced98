import type { RecordContent } from "@/lib/domain/processing-record/content";
import { fold } from "@/lib/domain/text/fold";
import type { ColumnMapping, ImportTarget } from "./types";

/** Cells as our own export would write an entry, by folded head. */
export type WrittenCells = ReadonlyMap<string, string>;

type Field = keyof RecordContent;

/** Cells that are read together, and the fields that they fill: they stand or change together. */
const GROUPS: readonly { targets: readonly ImportTarget[]; fields: readonly Field[] }[] = [
  {
    targets: ["transfer", "instrument", "assessment", "derogation"],
    fields: ["transferAnswer", "transferReason", "transferText", "destinations"],
  },
  {
    targets: ["special", "specialCategories"],
    fields: ["specialAnswer", "specialCategories", "specialText"],
  },
  { targets: ["minors"], fields: ["minorsAnswer", "minorsText"] },
  { targets: ["minorsProcedure"], fields: ["minorsProcedureId"] },
  { targets: ["jointControllers"], fields: ["jointAnswer", "jointControllers"] },
  { targets: ["exemption"], fields: ["exemptionClaimed"] },
  { targets: ["subProcessors"], fields: ["subProcessorsAnswer", "subProcessors"] },
  ...(["operations", "persons", "dataCategories", "measures", "tools", "sites", "recipients"] as const).map(
    onlyTarget,
  ),
  ...(
    [
      "startsOn",
      "endsOn",
      "reviewedOn",
      "reviewDueOn",
      "contractReference",
      "volumes",
      "frequency",
      "minorsConsent",
      "measuresAbsentReason",
      "purposes",
      "legalBases",
      "retention",
      "retentionAbsentReason",
      "specialCondition",
      "informationNotice",
      "cndpNumbers",
      "targetsUnion",
    ] as const
  ).map(onlyTarget),
];

/** Cells that say which entry and whose it is: read even where they say nothing new. */
const PRESERVED: ReadonlySet<ImportTarget> = new Set(["reference", "controllerName", "activity", "ignore"]);

/** A spreadsheet's longest cell ends in a mark and goes on in another sheet. */
const NEARLY_FULL = 32_000;

/**
 * A row of our own export beside the entry it was written from: what still says the same says nothing new, however it
 * would be read. `cells` has it blanked; `same` are the fields that stand as they are.
 */
export function leaveOutSame(
  cells: readonly string[],
  mapping: ColumnMapping,
  written: WrittenCells,
): { cells: string[]; same: ReadonlySet<Field> } {
  const columns = mapping.map(({ column, header, target }) => ({
    column,
    target,
    isSame: target === "ignore" || isSameText(cells[column] ?? "", written.get(fold(header))),
  }));
  const isWhole = columns.every(({ isSame }) => isSame) && cells.length <= columns.length;
  const status = GROUPS.filter(({ targets }) =>
    columns.every(({ target, isSame }) => isSame || !targets.includes(target)),
  );
  const grouped = new Set(GROUPS.flatMap(({ targets }) => targets));
  const quiet = new Set(status.flatMap(({ targets }) => targets));
  const blanked = columns.filter(
    ({ target, isSame }) =>
      isSame &&
      !PRESERVED.has(target) &&
      (grouped.has(target) ? quiet.has(target) : target !== "notes" || isWhole),
  );
  const blank = new Set(blanked.map(({ column }) => column));
  return {
    cells: cells.map((cell, column) => (blank.has(column) ? "" : cell)),
    same: new Set<Field>([
      ...status.flatMap(({ fields }) => fields),
      ...(isSameIn(columns, "activity") ? (["activity"] as const) : []),
      ...(isWhole ? (["notes"] as const) : []),
    ]),
  };
}

function onlyTarget<Target extends ImportTarget & Field>(target: Target) {
  return { targets: [target], fields: [target] } as const;
}

function isSameIn(
  columns: readonly { target: ImportTarget; isSame: boolean }[],
  wanted: ImportTarget,
): boolean {
  return columns.every(({ target, isSame }) => isSame || target !== wanted);
}

function isSameText(cell: string, written: string | undefined): boolean {
  if (written === undefined) return cell.trim() === "";
  const [read, shown] = [normaliseText(cell), normaliseText(written)];
  return read === shown || isBegun(read, shown);
}

function isBegun(read: string, stated: string): boolean {
  return read.length > NEARLY_FULL && stated.startsWith(read.slice(0, Math.max(0, read.lastIndexOf("\n"))));
}

function normaliseText(text: string): string {
  const plain = text.replace(/\r\n?/g, "\n").trim();
  // A day is a day in a spreadsheet, however it shows it.
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(plain) ?? [];
  return year ? `${year}-${month}-${day}` : plain;
}
