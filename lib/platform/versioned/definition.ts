import type { Difference } from "@/lib/domain/journal/difference";
import type { EventName, SubjectNoun } from "@/lib/domain/nouns/events";
import type { Table, TableRows } from "@/lib/platform/database/insert-rows";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import type { DatedFact } from "./versions";
import type { JournalDraft } from "@/lib/platform/journal/draft";

export type Stored<Fields> = Fields & { id: string; version: number };

/** A transaction of one actor, whose events go to the journal at its end. */
export type Unit = { tx: Tx; ctx: Ctx; journal: JournalDraft };

/** A document, and the version of it that the person read. */
export type Place = { id: string; version: number };

type EventOf<N extends SubjectNoun> = Extract<EventName, `${N}.${string}`>;

/** Columns of a version that the kit writes itself. */
type RecordedColumns = "orgId" | "version" | "recordedAt" | "supersededAt" | "authorId" | "authorName";

/**
 * Describes a document whose every saving leaves a version row. `Row` is what is read of it, `Fields` are the columns
 * that a verb states of it.
 */
export type Definition<N extends SubjectNoun, Row extends Fields, Fields extends object> = {
  noun: N;
  table: Table;
  versions: Table;
  /** Field by which versions and facts name the document: "transferId". */
  key: string;
  /** Table of the events that are recorded by their day and reason alone. */
  facts?: Table;
  /** Reads a document in scope that is to change; takes its lock first where others wait for it. */
  find: (tx: Tx, id: string) => Promise<Row | null>;
  /** Derives further columns from the fields, by the law of the day: what lists sort and count. */
  columnsOf?: (tx: Tx, ctx: Ctx, fields: Fields & { id: string }) => Promise<object> | object;
  /**
   * Returns the columns of a version beside its author and instants; `kind` is what made it: "saved"; `columns` are
   * those just derived.
   */
  versionOf(row: Row, kind: string, columns: object): object;
  /** Returns the fields that the journal compares. */
  flatten: (row: Row) => NonNullable<Difference["after"]>;
  /** Returns the name by which a reader of the journal knows it. */
  labelOf: (row: Row) => string;
  /** Tells other nouns in the same transaction; `before` is null for a new document. */
  announce?: (tx: Tx, ctx: Ctx, after: Row, before: Row | null) => Promise<void>;
};

/** Checks fields and columns against the tables that take them. */
export type CheckedDefinition<
  N extends SubjectNoun,
  Row extends Fields,
  Fields extends object,
  T extends Table,
  V extends Table,
  K extends string,
  Kind extends string,
  Columns extends Partial<TableRows[T]>,
> = Omit<Definition<N, Row, Fields>, "columnsOf" | "versionOf"> & {
  table: Fields extends Partial<TableRows[T]> ? T : never;
  versions: V;
  key: K;
  columnsOf?: (tx: Tx, ctx: Ctx, fields: Fields & { id: string }) => Promise<Columns> | Columns;
  versionOf: (row: Row, kind: Kind, columns: Columns) => Omit<TableRows[V], RecordedColumns | K>;
};

/** A verb's decision about one document. */
export type Change<N extends SubjectNoun, Row, Fields, Kind extends string = string> = {
  /** Fields that change; others are unaffected. */
  patch: Partial<Fields>;
  /** Kind of the version: "saved". */
  kind: Kind;
  event: EventOf<N>;
  /** Current fields of the form, shown in a conflict; the fields of the journal where absent. */
  shown?: (current: Row) => object | Promise<object>;
  /** Dated fact that is the reason of the change. */
  fact?: DatedFact;
  /** Required by events that take something away. */
  reason?: string;
  /** Entry of the journal; the fields that differ where absent. */
  difference?: Difference;
  /** Further statements of the verb, after the version and before the entry of the journal. */
  follow?: (after: Row) => Promise<void>;
};

/** A new document, as a verb states it. */
export type Beginning<N extends SubjectNoun, Row, Fields, Kind extends string = string> = {
  fields: Fields;
  kind: Kind;
  event: EventOf<N>;
  /** Further statements of the verb, after the version and before the entry of the journal. */
  follow?: (after: Row) => Promise<void>;
};

/** Decides about a document as it is now. Statements of its own belong to the same transaction. */
export type Decide<N extends SubjectNoun, Row, Fields, Kind extends string = string> = (
  before: Row,
  unit: Unit,
) => Promise<Outcome<Change<N, Row, Fields, Kind>>> | Outcome<Change<N, Row, Fields, Kind>>;
