import { itemAt, required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { difference } from "@/lib/domain/journal/difference";
import { LIBRARY, libraryEntry } from "@/lib/domain/measure/library";
import { ownWords } from "@/lib/domain/measure/own-words";
import { nextMeasureReference } from "@/lib/domain/measure/reference";
import { conflict, done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { isDayAhead } from "@/lib/domain/time/partial-date";
import type { Locale } from "@/lib/i18n/locale";
import { announce } from "@/lib/platform/write/announce";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import {
  countTouched,
  findHighestReference,
  findMeasure,
  findTakenCodes,
  findVersions,
  type MeasureRow,
  measureSelect,
  flattenMeasure,
} from "@/lib/features/measure/read/queries";
import { insertMeasureVersions, lockMeasure, lockMeasures, type MeasureChange } from "./rows";
import { libraryWords } from "@/lib/features/measure/read/library-words";
import type {
  MeasureAdopt,
  MeasureCreate,
  MeasureRestore,
  MeasureRetire,
  MeasureUpdate,
} from "@/lib/features/measure/schema";

// Milliseconds: reassesses the affected entries in the same transaction.
const LIMITS = { timeoutMs: 60_000 };

/** Adopts all or none, numbered in library order; skips adopted ones. */
export async function adoptMeasures(ctx: Ctx, input: MeasureAdopt): Promise<Outcome<MeasureRow[]>> {
  if (!can(ctx.actor, "measure.write")) return refuse({ kind: "forbidden" });
  const asked = new Set(input.codes);
  if (![...asked].every(libraryEntry)) return invalid("codes", "measure.unknownEntry");
  return write(ctx, async (tx, journal) => {
    await lockMeasures(tx, ctx.scope.org);
    const taken = await findTakenCodes(tx);
    const fresh = LIBRARY.filter(({ code }) => asked.has(code) && !taken.has(code));
    if (fresh.length === 0) return invalid("codes", "measure.takenAlready");
    const highest = await findHighestReference(tx);
    const rows = await insert(
      tx,
      ctx,
      fresh.map(({ code, family, articles, iso }, index) => ({
        reference: nextMeasureReference(highest + index),
        libraryCode: code,
        family,
        articles: [...articles],
        iso: [...iso],
      })),
    );
    for (const row of rows)
      journal.note({ event: "measure.created", subject: subjectOf(row), after: flattenMeasure(row) });
    return done(rows);
  });
}

export async function createMeasure(ctx: Ctx, input: MeasureCreate): Promise<Outcome<MeasureRow>> {
  if (!can(ctx.actor, "measure.write")) return refuse({ kind: "forbidden" });
  if (isDayAhead(input.since, today(ctx))) return invalid("since", "dateAhead");
  return write(ctx, async (tx, journal) => {
    await lockMeasures(tx, ctx.scope.org);
    const reference = nextMeasureReference(await findHighestReference(tx));
    const row = itemAt(await insert(tx, ctx, [{ ...input, reference }]), 0);
    journal.note({ event: "measure.created", subject: subjectOf(row), after: flattenMeasure(row) });
    return done(row);
  });
}

/** Requires confirmation of the affected entries and reassesses them. */
export async function updateMeasure(ctx: Ctx, input: MeasureUpdate): Promise<Outcome<MeasureRow>> {
  if (!can(ctx.actor, "measure.write")) return refuse({ kind: "forbidden" });
  const { id, version, language, confirmed, ...said } = input;
  return write(
    ctx,
    async (tx, journal) => {
      const opened = await open(tx, id, confirmed);
      if (!opened.ok) return opened;
      const before = opened.value;
      if (said.since !== before.since && isDayAhead(said.since, today(ctx)))
        return invalid("since", "dateAhead");
      const library = await libraryWords(before.libraryCode);
      if (said.title === "" && !before.libraryCode) return invalid("title", "required");
      const words = ownWords(said, Object.values(library));
      const changed = await change(tx, ctx, {
        before,
        version,
        kind: "saved",
        data: { ...said, ...words },
        language,
      });
      if (!changed.ok) return changed;
      journal.note({
        event: "measure.updated",
        subject: subjectOf(changed.value),
        ...difference(flattenMeasure(before), flattenMeasure(changed.value)),
      });
      return changed;
    },
    LIMITS,
  );
}

/** Retires a measure, which is no longer offered; entries that name it get an advice. */
export async function retireMeasure(ctx: Ctx, input: MeasureRetire): Promise<Outcome<MeasureRow>> {
  if (!can(ctx.actor, "measure.write")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const opened = await open(tx, input.id, input.confirmed);
      if (!opened.ok) return opened;
      const before = opened.value;
      if (before.retiredAt) return invalid("", "measure.retiredAlready");
      const data = { retiredAt: ctx.now, retireReason: input.reason };
      const changed = await change(tx, ctx, { before, version: input.version, kind: "retired", data });
      if (!changed.ok) return changed;
      journal.note({ event: "measure.retired", subject: subjectOf(changed.value), reason: input.reason });
      return changed;
    },
    LIMITS,
  );
}

export async function restoreMeasure(ctx: Ctx, input: MeasureRestore): Promise<Outcome<MeasureRow>> {
  if (!can(ctx.actor, "measure.write")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const before = await findMeasure(tx, input.id);
      if (!before) return refuse({ kind: "not-found" });
      if (!before.retiredAt) return invalid("", "measure.notRetired");
      const data = { retiredAt: null, retireReason: "" };
      const changed = await change(tx, ctx, { before, version: input.version, kind: "restored", data });
      if (!changed.ok) return changed;
      journal.note({ event: "measure.restored", subject: subjectOf(changed.value) });
      return changed;
    },
    LIMITS,
  );
}

type NewMeasure = Partial<MeasureCreate> &
  Pick<MeasureRow, "reference" | "family"> & { libraryCode?: string };

async function insert(tx: Tx, ctx: Ctx, measures: readonly NewMeasure[]): Promise<MeasureRow[]> {
  const data = measures.map((measure) => ({
    ...measure,
    id: newId(ctx.now),
    orgId: ctx.scope.org,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }));
  await tx.measure.createMany({ data });
  const rows = await tx.measure.findMany({
    where: { id: { in: data.map(({ id }) => id) } },
    orderBy: { reference: "asc" },
    select: measureSelect,
  });
  await insertMeasureVersions(tx, ctx, rows, "created");
  return rows;
}

/** Refuses without confirmation where entries are affected. */
async function open(tx: Tx, id: string, isConfirmed: boolean): Promise<Outcome<MeasureRow>> {
  await lockMeasure(tx, id);
  const before = await findMeasure(tx, id);
  if (!before) return refuse({ kind: "not-found" });
  const touched = await countTouched(tx, id);
  if (touched > 0 && !isConfirmed) return invalid("confirmed", "measure.confirm", { count: touched });
  return done(before);
}

type Change = {
  before: MeasureRow;
  /** Version that the person read. */
  version: number;
  kind: MeasureChange;
  data: Partial<Omit<MeasureRow, "id" | "reference" | "version">>;
  language?: Locale;
};

/** Updates conditionally on the version read, inserts a version row and reassesses entries. */
async function change(tx: Tx, ctx: Ctx, it: Change): Promise<Outcome<MeasureRow>> {
  const { id } = it.before;
  const { count } = await tx.measure.updateMany({
    where: { id, version: it.version },
    data: { ...it.data, version: it.version + 1, updatedAt: ctx.now },
  });
  if (count === 0) return conflictOf(tx, it.before, it.language ?? "fr");
  const after = required(await findMeasure(tx, id), "measure");
  await insertMeasureVersions(tx, ctx, [after], it.kind);
  await announce(tx, ctx, { event: "measure.changed", measureId: id });
  return done(after);
}

/** Current values in the language of the form. */
async function conflictOf(tx: Tx, row: MeasureRow, language: Locale): Promise<Outcome<MeasureRow>> {
  const [last] = await findVersions(tx, row.id, 1);
  const library = (await libraryWords(row.libraryCode))[language];
  const current = { ...flattenMeasure(row), ...(row.title === "" ? library : {}), iso: row.iso.join(", ") };
  return conflict(current, row.version, last);
}

function subjectOf({ id, reference, title }: MeasureRow) {
  return { noun: "measure" as const, id, label: [reference, title].filter(Boolean).join(" · ") };
}
