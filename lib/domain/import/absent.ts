import { entryOf } from "@/lib/domain/invariant/required";
import { decide } from "@/lib/domain/processing-record/lifecycle";
import { headerSignature } from "./remembered-columns";
import type { ImportPlan, PlannedRow, RememberedRow } from "./plan";
import { addNote } from "./row-content";
import type { ColumnMapping, KnownRecord } from "./types";

/** Choices for an entry whose row is no longer in the file. */
export const ABSENT_CHOICES = ["keep", "mark", "end"] as const;
export type AbsentChoice = (typeof ABSENT_CHOICES)[number];

/** A choice for all of them and those that differ, by the entry's id; the words and the day serve all. */
export type AbsentDecisions = {
  all: AbsentChoice;
  rows: Readonly<Record<string, AbsentChoice>>;
  /** Added to the notes of those marked. */
  note: string;
  /** ISO calendar date of the end; the day of the import when it is null. */
  on: string | null;
  reason: string;
};

export const NO_ABSENT_DECISIONS: AbsentDecisions = { all: "keep", rows: {}, note: "", on: null, reason: "" };

/** A committed import: the head of its file, and the entries that its rows stood for. */
export type EarlierRun = {
  fileName: string;
  /** ISO calendar date. */
  on: string;
  signature: string;
  recordIds: readonly string[];
};

export type AbsentEntry = {
  recordId: string;
  recordVersion: number;
  reference: string;
  controllerName: string;
  activity: string;
  /** The last file of this head that had its row. */
  last: Pick<EarlierRun, "fileName" | "on">;
  choice: AbsentChoice;
  /** Prevents the choice: `import.absent.<key>`; the entry is then left unchanged. */
  refusal: "endBeforeState" | "notesFull" | null;
};

/** A plan with the entries that the file no longer has; `written` is what their acts write. */
export type WholePlan = ImportPlan & {
  absent: AbsentEntry[];
  absentActs: { note: string; on: string; reason: string } | null;
};

type Compared = {
  plan: Pick<ImportPlan, "rows">;
  records: readonly KnownRecord[];
  remembered: ReadonlyMap<string, Pick<RememberedRow, "recordId">>;
  /** Oldest first. */
  earlier: readonly EarlierRun[];
  signature: string;
  nameOf: (controllerId: string) => string;
  decisions: AbsentDecisions;
  today: string;
};

/** Maximum length of an entry's notes, in characters. */
const LONGEST_NOTES = 8000;

/** Identifies files of one layout by their heads. The CNIL's workbook has no columns: all of them match. */
export function fileSignature(mapping: ColumnMapping): string {
  return mapping.length === 0 ? "cnil" : `table ${headerSignature(mapping.map(({ header }) => header))}`;
}

/**
 * Entries that an earlier file of the same head brought and this one does not have. A file counts as the same when at
 * least half of the entries of the earlier one that have not ended are met again: another client's register with the
 * same head meets none.
 */
export function findAbsent({
  plan,
  records,
  remembered,
  earlier,
  signature,
  nameOf,
  decisions,
  today,
}: Compared): WholePlan["absent"] {
  const isMet = metIn(plan.rows, remembered, records);
  const byId = new Map(records.map((record) => [record.id, record]));
  const last = new Map<string, EarlierRun>();
  for (const run of earlier) {
    if (run.signature !== signature) continue;
    const status = run.recordIds.filter((id) => {
      const record = byId.get(id);
      return record !== undefined && (record.state !== "ended" || isMet(record));
    });
    const absent = status.filter((id) => !isMet(entryOf(byId, id)));
    if (absent.length * 2 > status.length) continue;
    for (const id of absent) last.set(id, run);
  }
  return [...last].map(([id, { fileName, on }]) =>
    absentEntry(entryOf(byId, id), { last: { fileName, on }, nameOf, decisions, today }),
  );
}

/** Returns the writes of marking and ending; null where nothing is to be marked or ended. */
export function absentActs(
  { all, rows, note, on, reason }: AbsentDecisions,
  today: string,
): WholePlan["absentActs"] {
  const isIdle = [all, ...Object.values(rows)].every((choice) => choice === "keep");
  return isIdle ? null : { note, on: on ?? today, reason };
}

/** True for an entry that a row of the file stands for, one that stays out too: what is set aside is in the file. */
function metIn(
  rows: readonly PlannedRow[],
  remembered: Compared["remembered"],
  records: readonly KnownRecord[],
): (record: KnownRecord) => boolean {
  const ids = new Set(
    rows.flatMap(({ recordId, fingerprint }) => recordId ?? remembered.get(fingerprint)?.recordId ?? []),
  );
  const aside = rows.filter(({ fate }) => fate === "set-aside");
  const references = new Set(aside.map(({ writtenReference }) => writtenReference).filter(Boolean));
  const keyOf = (controllerKey: string, activity: string) => JSON.stringify([controllerKey, activity.trim()]);
  const categories = new Set(
    aside.map(({ controllerKey, content }) => keyOf(controllerKey, content.activity)),
  );
  const met = new Set(
    records
      .filter(
        ({ id, reference, controllerId, content }) =>
          ids.has(id) ||
          references.has(reference) ||
          categories.has(keyOf(`known:${controllerId}`, content.activity)),
      )
      .map(({ id }) => id),
  );
  return ({ id }) => met.has(id);
}

function absentEntry(
  record: KnownRecord,
  {
    last,
    nameOf,
    decisions,
    today,
  }: Pick<AbsentEntry, "last"> & Omit<Compared, "plan" | "records" | "remembered" | "earlier" | "signature">,
): AbsentEntry {
  const choice = decisions.rows[record.id] ?? decisions.all;
  return {
    recordId: record.id,
    recordVersion: record.version,
    reference: record.reference,
    controllerName: nameOf(record.controllerId),
    activity: record.content.activity,
    last,
    choice,
    refusal: refusalOf(record, choice, { decisions, today }),
  };
}

function refusalOf(
  { state, stateSince, content }: KnownRecord,
  choice: AbsentChoice,
  { decisions, today }: Pick<Compared, "decisions" | "today">,
): AbsentEntry["refusal"] {
  if (choice === "mark")
    return addNote(content.notes, "", decisions.note).length > LONGEST_NOTES ? "notesFull" : null;
  if (choice === "keep") return null;
  const event = { kind: "end" as const, on: decisions.on ?? today, reason: decisions.reason };
  return decide(state, event, { today, since: stateSince }).ok ? null : "endBeforeState";
}
