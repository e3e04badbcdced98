import {
  alignLists,
  compareItems,
  compareTexts,
  type Mark,
  type AlignedText,
} from "@/lib/domain/text/alignment";
import { canonicalText } from "@/lib/domain/journal/canonical";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { recordContentSchema, type Destination, type RecordContent, type SubProcessorNamed } from "./content";
import { nameOf } from "./transfers";
import type { RecordState } from "./types";

/** All that a version says of an entry. */
export type RecordDescription = {
  reference: string;
  /** Null where the company is the controller. */
  controllerId: string | null;
  state: RecordState;
  /** ISO calendar date. */
  stateSince: string | null;
  content: RecordContent;
};

/** Comparison of each field: texts by words, lists by items, rows one by one, other values whole. */
const FIELD_KINDS = {
  activity: "text",
  operations: "items",
  transferAnswer: "choice",
  transferReason: "text",
  destinations: "destinations",
  transferText: "text",
  measures: "items",
  measureIds: "items",
  measuresAbsentReason: "text",
  purposes: "items",
  jointAnswer: "choice",
  jointControllers: "items",
  retention: "text",
  retentionAbsentReason: "text",
  targetsUnion: "choice",
  legalBases: "items",
  specialCondition: "text",
  informationNotice: "text",
  cndpNumbers: "items",
  frequency: "choice",
  exemptionClaimed: "flag",
  persons: "items",
  dataCategories: "items",
  specialAnswer: "choice",
  specialCategories: "items",
  specialText: "text",
  minorsAnswer: "choice",
  minorsText: "text",
  minorsConsent: "choice",
  minorsProcedureId: "row",
  volumes: "text",
  tools: "items",
  sites: "items",
  recipients: "items",
  subProcessorsAnswer: "choice",
  subProcessors: "subProcessors",
  contractIds: "items",
  contractReference: "text",
  startsOn: "date",
  endsOn: "date",
  reviewedOn: "date",
  reviewDueOn: "date",
  notes: "text",
} as const satisfies Record<keyof RecordContent, string>;

type Kinds = typeof FIELD_KINDS;
type FieldOf<K extends Kinds[keyof Kinds]> = {
  [F in keyof Kinds]: Kinds[F] extends K ? F : never;
}[keyof Kinds];

/** A row that stayed but says something else is "changed". */
export type RowChange<Row> = { mark: Mark; row: Row } | { mark: "changed"; before: Row; after: Row };

export type FieldChange =
  | { kind: "reference"; field: "reference"; before: string; after: string }
  | { kind: "controller"; field: "controllerId"; before: string | null; after: string | null }
  | { kind: "state"; field: "state"; before: DatedState; after: DatedState }
  | { kind: "text"; field: FieldOf<"text">; parts: AlignedText[] }
  | { kind: "items"; field: FieldOf<"items">; items: { mark: Mark; item: string }[] }
  | { kind: "choice"; field: FieldOf<"choice">; before: string; after: string }
  | { kind: "flag"; field: FieldOf<"flag">; before: boolean; after: boolean }
  | { kind: "date"; field: FieldOf<"date">; before: PartialDate | null; after: PartialDate | null }
  | { kind: "row"; field: FieldOf<"row">; before: string | null; after: string | null }
  | { kind: "destinations"; field: "destinations"; rows: RowChange<Destination>[] }
  | { kind: "subProcessors"; field: "subProcessors"; rows: RowChange<SubProcessorNamed>[] };

/** A state is a dated fact. */
export type DatedState = Pick<RecordDescription, "state" | "stateSince">;

const CONTENT_FIELDS = Object.keys(recordContentSchema.shape) as (keyof RecordContent)[];

/** The fields in which `after` says something else, those of the whole entry first, then in the order of the document. */
export function compareVersions(before: RecordDescription, after: RecordDescription): FieldChange[] {
  return [
    ...compareHeads(before, after),
    ...CONTENT_FIELDS.filter((field) => !isSame(before.content[field], after.content[field])).map((field) =>
      compareField(field, before.content, after.content),
    ),
  ];
}

function compareHeads(before: RecordDescription, after: RecordDescription): FieldChange[] {
  const changes: FieldChange[] = [];
  if (before.reference !== after.reference)
    changes.push({
      kind: "reference",
      field: "reference",
      before: before.reference,
      after: after.reference,
    });
  if (before.controllerId !== after.controllerId)
    changes.push({
      kind: "controller",
      field: "controllerId",
      before: before.controllerId,
      after: after.controllerId,
    });
  const [was, is] = [datedState(before), datedState(after)];
  if (!isSame(was, is)) changes.push({ kind: "state", field: "state", before: was, after: is });
  return changes;
}

function compareField(field: keyof RecordContent, before: RecordContent, after: RecordContent): FieldChange {
  if (isOf(field, "text")) return { kind: "text", field, parts: compareTexts(before[field], after[field]) };
  if (isOf(field, "items")) return { kind: "items", field, items: compareItems(before[field], after[field]) };
  if (isOf(field, "choice")) return { kind: "choice", field, before: before[field], after: after[field] };
  if (isOf(field, "flag")) return { kind: "flag", field, before: before[field], after: after[field] };
  if (isOf(field, "date")) return { kind: "date", field, before: before[field], after: after[field] };
  if (isOf(field, "row")) return { kind: "row", field, before: before[field], after: after[field] };
  if (isOf(field, "destinations"))
    return { kind: field, field, rows: compareRows(before[field], after[field], placeOf) };
  return { kind: field, field, rows: compareRows(before[field], after[field], ({ name }) => name) };
}

function isOf<K extends Kinds[keyof Kinds]>(field: keyof RecordContent, kind: K): field is FieldOf<K> {
  return FIELD_KINDS[field] === kind;
}

function compareRows<Row extends Destination | SubProcessorNamed>(
  before: readonly Row[],
  after: readonly Row[],
  key: (row: Row) => string,
): RowChange<Row>[] {
  return alignLists(before, after, key).map((aligned): RowChange<Row> => {
    if (aligned.mark !== "kept") return { mark: aligned.mark, row: aligned.item };
    return isSame(aligned.before, aligned.after)
      ? { mark: "kept", row: aligned.after }
      : { mark: "changed", before: aligned.before, after: aligned.after };
  });
}

/** Two rows for one country or organisation are told apart by their places. */
function placeOf(destination: Destination): string {
  return JSON.stringify([nameOf(destination), destination.place]);
}

function datedState({ state, stateSince }: DatedState): DatedState {
  return { state, stateSince };
}

function isSame(
  one: RecordContent[keyof RecordContent] | DatedState | Destination | SubProcessorNamed,
  other: RecordContent[keyof RecordContent] | DatedState | Destination | SubProcessorNamed,
): boolean {
  return canonicalText(one) === canonicalText(other);
}
