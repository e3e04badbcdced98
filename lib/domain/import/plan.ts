import { itemAt } from "@/lib/domain/invariant/required";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { assignReferences } from "./assign-references";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { callProcedure, procedureOf } from "@/lib/domain/processing-record/young";
import { NO_LINKS, readLinked, type RecordLinks } from "@/lib/domain/processing-record/links";
import type { Capacity } from "@/lib/domain/processing-record/types";
import {
  keyFinder,
  planControllers,
  type ControllerChoices,
  type KnownController,
  type PlannedController,
} from "./controllers";
import { differingFields, isBlank, isSameValue, type FieldChange } from "./field-changes";
import { proposeEnd } from "./propose-end";
import type { PlannedQuestion } from "./questions";
import { questionsOf, readyRow, type ReadyRow } from "./ready-rows";
import { reasonAside, type AsideReason } from "./reason-aside";
import type { Settlements } from "./settle";
import { identifyRows, type Identified, type RowIdentity } from "./identify";
import { linkKnownRow, linkNewRow, withoutLinks } from "./plan-links";
import type { Doubt, KnownRecord, RowReading } from "./types";

/** Outcome of an earlier import for a row, by the row's fingerprint. */
export type RememberedRow = {
  recordId: string | null;
  skip: boolean;
  content: RecordContent;
  /** Answers given to the row's questions. */
  settled?: Settlements;
};

/** Person's decision for a row of this file, by its fingerprint. */
export type RowDecision = { skip?: boolean; acceptEnd?: boolean; erase?: boolean };

export type RowOutcome = "new" | "changed" | "unchanged" | "set-aside";

export type PlannedRow = {
  line: number;
  /** The name of its sheet where rows of several are read, else "". */
  sheet: string;
  fingerprint: string;
  /** Reference in the file's spelling; "" when there is none. */
  writtenReference: string;
  /** The reference it will bear; null when the next free number is to be given. */
  reference: string | null;
  controllerName: string;
  controllerKey: string;
  fate: RowOutcome;
  reason: AsideReason | null;
  recordId: string | null;
  recordVersion: number | null;
  changes: FieldChange[];
  /** Values that the register has and the file no longer has: erased only where a person decides so. */
  erasures: FieldChange[];
  acceptsErasure: boolean;
  content: RecordContent;
  /** References of the contracts and transfers that it comes to name by their rows. */
  linked: string[];
  doubts: Doubt[];
  /** Answers to its questions, kept with what it becomes. */
  settled: Settlements;
  /** The past day on which the processing ended, proposed as its state; null when there is nothing to propose. */
  proposedEnd: string | null;
  acceptsEnd: boolean;
};

export type ImportPlan = {
  rows: PlannedRow[];
  controllers: PlannedController[];
  questions: PlannedQuestion[];
  tally: Record<RowOutcome, number>;
};

/** Stands for the company itself, the controller of every entry of its own register, 30(1)(a). */
export const OWN_CONTROLLER = "own";

export type PlanInput = {
  /** Target register; the company's own names no controller but itself. */
  capacity?: Capacity;
  /** Readings of the data rows, each with the fingerprint of its cells; `same` are fields that it leaves as they are. */
  readings: readonly (RowReading & { fingerprint: string; same?: ReadonlySet<keyof RecordContent> })[];
  records: readonly KnownRecord[];
  controllers: readonly KnownController[];
  remembered: ReadonlyMap<string, RememberedRow>;
  /** The contracts and transfers of a controller that the register has. */
  linksOf?: (controllerId: string) => RecordLinks;
  /** Procedures of the DPO, by whose names a change is shown. */
  procedures?: readonly NamedProcedure[];
  decisions: {
    rows: Readonly<Record<string, RowDecision>>;
    controllers: ControllerChoices;
    /** Answers to the questions that cells raise; a row with an open question is not written. */
    questions?: Settlements;
  };
  /** ISO calendar date of the import. */
  today: string;
};

/**
 * Plans an import row by row and writes nothing. Identity: a reference that is unique in the file and known
 * to the register; else controller and category. A row with a controller and an activity is always imported,
 * however incomplete; one without never blocks the others.
 */
export function planImport(given: PlanInput): ImportPlan {
  const input = { ...given, readings: given.readings.map((reading) => readyRow(given, reading)) };
  const known = indexKnown(input);
  const seen = new Set<string>();
  const keyOf = keyFinder(input.controllers, input.decisions.controllers);
  const started = input.readings.map((reading) => {
    const row = startRow(input, reading, { seen, controllerKey: controllerKeyOf(input, reading, keyOf) });
    seen.add(reading.fingerprint);
    return row;
  });
  const coming = started.filter(({ fate }) => fate !== "set-aside");
  const readingOf = new Map(started.map((row, index) => [row, itemAt(input.readings, index)] as const));
  const identified = new Map(
    identifyRows(coming.map(identityOf), input).map(
      (found, index) => [itemAt(coming, index), found] as const,
    ),
  );
  const planned = started.map((row) =>
    finishRow(input, known, row, {
      found: identified.get(row),
      same: readingOf.get(row)?.same,
      denied: readingOf.get(row)?.denied,
    }),
  );
  const rows = assignReferences(planned, known);
  const tally = { new: 0, changed: 0, unchanged: 0, "set-aside": 0 };
  for (const { fate } of rows) tally[fate] += 1;
  const isNaming = (index: number) =>
    input.capacity !== "controller" && itemAt(rows, index).fate !== "set-aside";
  const named = input.readings.filter((_, index) => isNaming(index));
  const controllers = planControllers(named, input.controllers, input.decisions.controllers);
  return { rows, controllers, questions: questionsOf(given.readings, input.readings, rows), tally };
}

type Reading = PlanInput["readings"][number];

const NONE: ReadonlySet<keyof RecordContent> = new Set();

/** Indexes by key, so that a file of thousands of rows is planned in one pass. */
type Known = {
  referenceUses: ReadonlyMap<string, number>;
  references: ReadonlySet<string>;
  lastImported: ReadonlyMap<string, RecordContent>;
};

function indexKnown({ readings, records, remembered }: PlanInput): Known {
  const referenceUses = new Map<string, number>();
  for (const { reference } of readings) referenceUses.set(reference, (referenceUses.get(reference) ?? 0) + 1);
  const imported = [...remembered.values()].flatMap(({ recordId, content }) =>
    recordId ? [[recordId, content] as const] : [],
  );
  return {
    referenceUses,
    references: new Set(records.map(({ reference }) => reference)),
    lastImported: new Map(imported),
  };
}

function identityOf({ fingerprint, writtenReference, controllerKey, content }: PlannedRow): RowIdentity {
  return { fingerprint, reference: writtenReference, controllerKey, activity: content.activity };
}

function startRow(
  input: PlanInput,
  reading: ReadyRow<Reading>,
  { seen, controllerKey }: { seen: ReadonlySet<string>; controllerKey: string },
): PlannedRow {
  const base: PlannedRow = {
    line: reading.line,
    sheet: reading.sheet ?? "",
    fingerprint: reading.fingerprint,
    writtenReference: reading.reference,
    reference: reading.reference || null,
    controllerName: reading.controllerName,
    controllerKey,
    fate: "new",
    reason: null,
    recordId: null,
    recordVersion: null,
    changes: [],
    erasures: [],
    acceptsErasure: false,
    content: reading.content,
    linked: [],
    doubts: [...reading.doubts],
    settled: reading.settled,
    proposedEnd: null,
    acceptsEnd: false,
  };
  const isSkipped =
    input.decisions.rows[reading.fingerprint]?.skip ??
    input.remembered.get(reading.fingerprint)?.skip ??
    false;
  const reason = reasonAside(reading, { capacity: input.capacity, isSkipped, seen });
  return reason ? { ...base, fate: "set-aside", reason } : base;
}

function controllerKeyOf(
  { capacity }: PlanInput,
  { controllerName }: Reading,
  keyOf: (spelling: string) => string,
): string {
  if (capacity === "controller") return `known:${OWN_CONTROLLER}`;
  return controllerName ? keyOf(controllerName) : "";
}

type Found = { found: Identified | undefined } & Pick<Reading, "same" | "denied">;

function finishRow(
  input: PlanInput,
  known: Known,
  row: PlannedRow,
  { found, same = NONE, denied = [] }: Found,
): PlannedRow {
  if (!found) return row;
  const doubted = { ...row, doubts: [...row.doubts, ...found.doubts] };
  const planned = found.record
    ? planKnown(input, known, doubted, { known: found.record, same, denied })
    : { ...doubted, ...linkNewRow(doubted.content, linksFor(input, doubted.controllerKey)) };
  return proposeEnd(input, planned, found.record);
}

function linksFor({ linksOf }: PlanInput, controllerKey: string): RecordLinks {
  const [, id] = /^known:(.+)$/.exec(controllerKey) ?? [];
  return (id && linksOf?.(id)) || NO_LINKS;
}

/**
 * Compares with the last import: a field that a person corrected since remains corrected while the file is
 * unchanged.
 */
function planKnown(
  input: PlanInput,
  index: Known,
  row: PlannedRow,
  { known, same, denied }: Required<Pick<Reading, "same" | "denied">> & { known: KnownRecord },
): PlannedRow {
  const read = { ...row.content, ...pick(known.content, same) };
  const before = input.remembered.get(row.fingerprint)?.content ?? index.lastImported.get(known.id) ?? null;
  const fields = differingFields(withoutLinks(before ?? known.content), withoutLinks(read)).filter(
    (field) => before !== null || !isBlank(read[field]) || denied.includes(field),
  );
  const isErased = (field: keyof RecordContent) =>
    isBlank(read[field]) && !isBlank(known.content[field]) && !denied.includes(field);
  const acceptsErasure = input.decisions.rows[row.fingerprint]?.erase ?? false;
  const written = acceptsErasure ? fields : fields.filter((field) => !isErased(field));
  const links = linksFor(input, `known:${known.controllerId}`);
  const { content, linked } = linkKnownRow(read, { known: known.content, fields: written, links });
  const previous = readLinked(known.content, links);
  const changeOf = (field: keyof RecordContent): FieldChange => ({
    field,
    from: shownIn(input, previous, field),
    to: shownIn(input, content, field),
    mendedHere: before !== null && !isSameValue(before[field], known.content[field]),
  });
  const changes = [...written, "contractIds" as const]
    .filter((field) => !isSameValue(known.content[field], content[field]))
    .map(changeOf);
  return {
    ...row,
    content,
    linked,
    erasures: fields.filter(isErased).map(changeOf),
    acceptsErasure,
    fate: changes.length > 0 ? "changed" : "unchanged",
    reference: known.reference,
    recordId: known.id,
    recordVersion: known.version,
    changes,
  };
}

/** A value of a field as a change is shown: a procedure by its name. */
function shownIn({ procedures }: PlanInput, content: RecordContent, field: keyof RecordContent): JsonValue {
  if (field !== "minorsProcedureId") return content[field] as JsonValue;
  const named = procedureOf(content, procedures);
  return named && callProcedure(named);
}

function pick(content: RecordContent, fields: ReadonlySet<keyof RecordContent>): Partial<RecordContent> {
  return Object.fromEntries([...fields].map((field) => [field, content[field]]));
}
