import { LIBRARY, libraryEntry } from "@/lib/domain/measure/library";
import { ownWords } from "@/lib/domain/measure/own-words";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { isDayAhead } from "@/lib/domain/time/partial-date";
import type { Locale } from "@/lib/i18n/locale";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { allocateReference, lockTable } from "@/lib/platform/versioned/numbering";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  countTouched,
  findAdoptedCodes,
  flattenMeasure,
  type MeasureRow,
} from "@/lib/features/measure/read/queries";
import { libraryWords } from "@/lib/features/measure/read/library-words";
import { measureDocument } from "./document";
import { insertAdopted, MEASURE_NUMBERS, UNTOUCHED } from "./rows";
import type {
  MeasureAdopt,
  MeasureCreate,
  MeasureRestore,
  MeasureRetire,
  MeasureUpdate,
} from "@/lib/features/measure/schema";

/** The act of a steward; in milliseconds, since the affected entries are reassessed in the same transaction. */
const CHANGE = { act: "measure.write", timeoutMs: 60_000 } as const;

/** Adopts all or none, numbered in library order; skips adopted ones. */
export async function adoptMeasures(ctx: Ctx, input: MeasureAdopt): Promise<Outcome<MeasureRow[]>> {
  if (!isAuthorised(ctx, "measure.write")) return refuse({ kind: "forbidden" });
  const asked = new Set(input.codes);
  if (![...asked].every(libraryEntry)) return invalid("codes", "measure.unknownEntry");
  return write(ctx, async (tx, journal) => {
    await lockTable(tx, ctx, "measure");
    const adopted = await findAdoptedCodes(tx);
    const fresh = LIBRARY.filter(({ code }) => asked.has(code) && !adopted.has(code));
    if (fresh.length === 0) return invalid("codes", "measure.alreadyAdopted");
    const rows = await insertAdopted(tx, ctx, fresh);
    for (const row of rows)
      journal.note({
        event: "measure.created",
        subject: measureDocument.subjectOf(row),
        after: flattenMeasure(row),
      });
    return done(rows);
  });
}

export async function createMeasure(ctx: Ctx, input: MeasureCreate): Promise<Outcome<MeasureRow>> {
  return measureDocument.create(ctx, "measure.write", async ({ tx }) => {
    if (isDayAhead(input.since, today(ctx))) return invalid("since", "dateAhead");
    const reference = await allocateReference(tx, ctx, MEASURE_NUMBERS);
    const fields = { ...UNTOUCHED, ...input, reference };
    return done({ fields, kind: "created", event: "measure.created" });
  });
}

/** Requires confirmation of the affected entries and reassesses them. */
export async function updateMeasure(
  ctx: Ctx,
  { id, version, language, confirmed, ...fields }: MeasureUpdate,
): Promise<Outcome<MeasureRow>> {
  return measureDocument.update(ctx, { ...CHANGE, id, version }, async (before, { tx }) => {
    const unconfirmed = await confirmRefusal(tx, id, confirmed);
    if (unconfirmed) return unconfirmed;
    if (fields.since !== before.since && isDayAhead(fields.since, today(ctx)))
      return invalid("since", "dateAhead");
    if (fields.title === "" && !before.libraryCode) return invalid("title", "required");
    const library = await libraryWords(before.libraryCode);
    return done({
      patch: { ...fields, ...ownWords(fields, Object.values(library)) },
      kind: "saved",
      event: "measure.updated",
      shown: (current) => shownIn(language, current),
    });
  });
}

/** Retires a measure, which is no longer offered; entries that name it get an advice. */
export async function retireMeasure(
  ctx: Ctx,
  { id, version, reason, confirmed }: MeasureRetire,
): Promise<Outcome<MeasureRow>> {
  return measureDocument.update(ctx, { ...CHANGE, id, version }, async (before, { tx }) => {
    const unconfirmed = await confirmRefusal(tx, id, confirmed);
    if (unconfirmed) return unconfirmed;
    if (before.retiredAt) return invalid("", "measure.retiredAlready");
    return done({
      patch: { retiredAt: ctx.now, retireReason: reason },
      kind: "retired",
      event: "measure.retired",
      shown: (current) => shownIn("fr", current),
      difference: {},
      reason,
    });
  });
}

export async function restoreMeasure(
  ctx: Ctx,
  { id, version }: MeasureRestore,
): Promise<Outcome<MeasureRow>> {
  return measureDocument.update(ctx, { ...CHANGE, id, version }, (before) => {
    if (!before.retiredAt) return invalid("", "measure.notRetired");
    return done({
      patch: { retiredAt: null, retireReason: "" },
      kind: "restored",
      event: "measure.restored",
      shown: (current) => shownIn("fr", current),
      difference: {},
    });
  });
}

/** Refuses without confirmation where entries are affected; null otherwise. */
async function confirmRefusal(tx: Tx, id: string, isConfirmed: boolean): Promise<Outcome<never> | null> {
  const count = isConfirmed ? 0 : await countTouched(tx, id);
  return count > 0 ? invalid("confirmed", "measure.confirm", { count }) : null;
}

/** Values in the language of the form, which fills in the library's words. */
async function shownIn(language: Locale, row: MeasureRow) {
  const library = (await libraryWords(row.libraryCode))[language];
  return { ...flattenMeasure(row), ...(row.title === "" ? library : {}), iso: row.iso.join(", ") };
}
