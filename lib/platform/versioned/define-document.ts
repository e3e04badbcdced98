import type { SubjectNoun } from "@/lib/domain/nouns/events";
import type { Act } from "@/lib/domain/nouns/policy";
import { type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { Table, TableRows } from "@/lib/platform/database/insert-rows";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import type { Recorder } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import type { Beginning, CheckedDefinition, Decide, Place, Stored, Unit } from "./definition";
import { beginDocument, insertDocument, insertVersionsOf, subjectOf, updateDocument } from "./write-document";

type Limits = {
  /** Milliseconds that a verb may last which reassesses thousands of rows. */
  timeoutMs?: number;
};

/**
 * Makes the verbs of a versioned document. Called twice, `defineDocument<Row, Fields>()({ … })`: TypeScript infers all
 * parameters of a call or none, and only the first two are to be named.
 */
export function defineDocument<Row extends Stored<Fields>, Fields extends object>() {
  return <
    N extends SubjectNoun,
    T extends Table,
    V extends Table,
    K extends string,
    Kind extends string,
    Columns extends Partial<TableRows[T]>,
  >(
    definition: CheckedDefinition<N, Row, Fields, T, V, K, Kind, Columns>,
  ) => ({
    /**
     * Authorises, and writes the document that `begin` states with its first version, its announcement and its entry of
     * the journal, in one transaction. Refuses with `forbidden`, or as `begin` does.
     */
    create: (
      ctx: Ctx,
      act: Act,
      begin: (unit: Unit) => Promise<Outcome<Beginning<N, Row, Fields, Kind>>>,
    ): Promise<Outcome<Row>> =>
      authorised(ctx, act, async (unit) => {
        const begun = await begin(unit);
        return begun.ok ? beginDocument(definition, unit, begun.value) : begun;
      }),

    /**
     * Authorises, reads the document, and writes what `decide` makes of it with its version, dated fact, announcement
     * and entry of the journal, in one transaction. Refuses with `forbidden`, `not-found`, as `decide` does, or with
     * `conflict` where somebody saved since the version that was read.
     */
    update: (
      ctx: Ctx,
      { act, id, version, timeoutMs }: Place & { act: Act } & Limits,
      decide: Decide<N, Row, Fields, Kind>,
    ): Promise<Outcome<Row>> =>
      authorised(ctx, act, (unit) => updateDocument(definition, unit, { id, version }, decide), {
        timeoutMs,
      }),

    /** Creates within the caller's transaction, without a check of rights. */
    createWithin: (unit: Unit, beginning: Beginning<N, Row, Fields, Kind>): Promise<Outcome<Row>> =>
      beginDocument(definition, unit, beginning),

    /** Updates within the caller's transaction, without a check of rights. */
    updateWithin: (unit: Unit, place: Place, decide: Decide<N, Row, Fields, Kind>): Promise<Outcome<Row>> =>
      updateDocument(definition, unit, place, decide),

    /** Inserts a document and its first version within the caller's transaction, without announcement or entry. */
    insert: (tx: Tx, ctx: Ctx, fields: Fields, kind: Kind): Promise<Row> =>
      insertDocument(definition, { tx, ctx }, fields, kind),

    /** Inserts versions of documents that other statements wrote, many at once, and closes those before them. */
    insertVersions: (
      tx: Tx,
      ctx: Recorder,
      stored: readonly { row: Row; columns?: Columns }[],
      kind: Kind,
    ): Promise<void> => insertVersionsOf(definition, { tx, ctx }, stored, kind),

    /** Returns how the journal names the document. */
    subjectOf: (row: Row) => subjectOf(definition, row),
  });
}

async function authorised<T>(
  ctx: Ctx,
  act: Act,
  work: (unit: Unit) => Promise<Outcome<T>>,
  { timeoutMs }: Limits = {},
): Promise<Outcome<T>> {
  if (!isAuthorised(ctx, act)) return refuse({ kind: "forbidden" });
  const limits = timeoutMs === undefined ? undefined : { timeoutMs };
  return write(ctx, (tx, journal) => work({ tx, ctx, journal }), limits);
}
