import {
  CONSENT_ZONE,
  type ConsentCells,
  type ConsentLine,
  type LineRefusal,
  orderOfDate,
  readConsentLine,
} from "@/lib/domain/choice/consent-line";
import { findKnownChildren } from "@/lib/features/choice/read/known-child";
import { denialIn, type AnswerColumns } from "@/lib/domain/choice/consent-answer";
import type { ConsentColumns } from "@/lib/domain/choice/consent-heads";
import { lastConsentDay } from "@/lib/domain/statute/telephone-consent";
import { todayIn } from "@/lib/domain/time/zones";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { restoreCell } from "@/lib/platform/sheets/csv-writer";
import type { StreamedRow } from "@/lib/platform/sheets/csv-stream";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import type { Recorder } from "@/lib/platform/write/recorded-by";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { numberCells, type NumberDoubt } from "@/lib/features/choice/read/number-cell";
import type { NumberPlaces } from "@/lib/features/choice/read/phone-number";
import type { CountryColumn } from "@/lib/features/choice/schema";

/** Rows of one statement: Prisma retains the arguments of its last hundred. */
const BATCH = 500;

/** File that its lines belong to, and whose choices they are. */
type FileContext = {
  fileId: string;
  controllerId: string;
  places: NumberPlaces;
  countryColumn: CountryColumn;
  purpose: string;
};

/** Result of a file: the counts of its lines, the numbers of those refused, and the last day of all. */
export type ReadLines = {
  lineCount: number;
  addedCount: number;
  refusedLines: Partial<Record<LineRefusal, number[]>>;
  lastDay: string | null;
  /** Question about the numbers that nobody answered: the file waits for that. */
  asked: NumberDoubt | null;
  /** Its dates are written month first, some or all: no day of it is known where either order makes one. */
  isMonthFirst: boolean;
};

/** Lines day first to one month first, from which on that one is an error of its own. */
const DAY_FIRST_TO_ONE = 20;

/** Inserts the consents of a file as they are read, a batch at a time; one that is known already is not added. */
export async function insertConsents(
  tx: Tx,
  ctx: Recorder,
  records: AsyncIterable<StreamedRow>,
  { columns, answers, ...of }: FileContext & { columns: ConsentColumns; answers: AnswerColumns },
): Promise<ReadLines> {
  const read: ReadLines = {
    lineCount: 0,
    addedCount: 0,
    refusedLines: {},
    lastDay: null,
    asked: null,
    isMonthFirst: false,
  };
  const orders = { "day-first": 0, "month-first": 0 };
  const numbers = numberCells(of.places, { isCountryAside: of.countryColumn === "aside" });
  const keysOf = everyKeyOf(ctx.scope.org);
  let batch: Consent[] = [];
  const flush = async () => {
    read.addedCount += await insertBatch(tx, ctx, batch, of);
    batch = [];
  };
  for await (const { line, cells } of records) {
    read.lineCount += 1;
    const [prefix, country] = [cellOf(cells, columns.prefix), cellOf(cells, columns.country)];
    const number = numbers.read(cellOf(cells, columns.number), prefix, country);
    const doubt = number === null ? numbers.doubtOf(cellOf(cells, columns.number), prefix, country) : null;
    if (doubt === "ambiguous" || (doubt && of.countryColumn === "")) return { ...read, asked: doubt };
    for (const at of [columns.givenOn, columns.validUntil]) {
      const order = orderOfDate(cellOf(cells, at));
      if (order) orders[order] += 1;
    }
    const stated = readConsentLine(cellsOf(cells, columns), { number, now: ctx.now.getTime() });
    const consent = doubt ?? (typeof stated === "string" ? stated : (denialIn(cells, answers) ?? stated));
    if (typeof consent === "string") (read.refusedLines[consent] ??= []).push(line);
    // A line without a number is refused.
    else batch.push({ ...consent, keys: keysOf(number ?? "") });
    if (typeof consent !== "string" && lastDayOf(consent) > (read.lastDay ?? ""))
      read.lastDay = lastDayOf(consent);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return { ...read, isMonthFirst: orders["month-first"] * DAY_FIRST_TO_ONE > orders["day-first"] };
}

/** Consent of a line, with every key of its person, the one of today first. */
type Consent = ConsentLine & { keys: [string, ...string[]] };

/** Last day that a consent covers at most: of one without a stated end, the anniversary, R223-1. */
function lastDayOf({ givenAt, validUntil }: ConsentLine): string {
  return validUntil ?? lastConsentDay(todayIn(CONSENT_ZONE, givenAt));
}

/** Narrows what is known to the persons of the batch first, by their index: the planner would read all choices each time. */
async function insertBatch(
  tx: Tx,
  ctx: Recorder,
  batch: readonly Consent[],
  of: FileContext,
): Promise<number> {
  if (batch.length === 0) return 0;
  const rows = new Map(
    batch.map(({ keys, givenAt, validUntil, proof }) => [
      `${keys[0]} ${givenAt} ${validUntil}`,
      { id: newId(ctx.now), keys, given: new Date(givenAt).toISOString(), until: validUntil, proof },
    ]),
  );
  const { orgId, recordedAt, authorId, authorName } = recordedBy(ctx);
  const added = await tx.$queryRaw<Inserted[]>`
    WITH known AS MATERIALIZED (
      SELECT * FROM choice WHERE person_key = ANY (ARRAY(
        SELECT decode(asked.person, 'hex') FROM unnest(${batch.flatMap(({ keys }) => keys)}::text[]) AS asked (person))))
    INSERT INTO choice (id, org_id, controller_id, person_key, act, purpose, outcome, decided_at, source, proof,
      valid_until, recorded_at, author_id, author_name, consent_file_id)
    SELECT u.id, ${orgId}::uuid, ${of.controllerId}::uuid, decode(u.keys[1], 'hex'), 'telephone', ${of.purpose}, 'allowed',
      u.given, 'file', u.proof, u.until, ${recordedAt}, ${authorId}::uuid, ${authorName}, ${of.fileId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
      AS u (id uuid, keys text[], given timestamptz, until text, proof text)
    WHERE NOT EXISTS (SELECT FROM known c WHERE c.org_id = ${orgId}::uuid AND encode(c.person_key, 'hex') = ANY (u.keys)
      AND c.controller_id = ${of.controllerId}::uuid AND c.act = 'telephone' AND c.purpose = ${of.purpose}
      AND c.outcome = 'allowed' AND c.decided_at = u.given AND c.valid_until IS NOT DISTINCT FROM u.until)
    RETURNING encode(person_key, 'hex') AS person, decided_at AS "decidedAt", valid_until AS "validUntil"`;
  const keysBy = new Map(batch.map(({ keys }) => [keys[0], keys]));
  await awaitParents(
    tx,
    ctx,
    added.map((one) => ({ ...one, keys: keysBy.get(one.person) ?? [one.person] })),
    of,
  );
  return added.length;
}

type Inserted = { person: string; decidedAt: Date; validUntil: string | null };

/** Adds "awaiting" beside each agreement of a child that is known: a file does not agree for it either, art. 8(1). */
async function awaitParents(
  tx: Tx,
  ctx: Recorder,
  added: readonly (Inserted & { keys: readonly string[] })[],
  { fileId, controllerId, purpose }: FileContext,
): Promise<void> {
  const isChildAt = await findKnownChildren(
    tx,
    added.flatMap(({ keys }) => keys),
  );
  const awaiting = added.filter(({ keys, decidedAt }) =>
    keys.some((key) => isChildAt(key, decidedAt.getTime())),
  );
  await tx.choice.createMany({
    data: awaiting.map(({ person, decidedAt, validUntil }) => ({
      ...recordedBy(ctx),
      id: newId(ctx.now),
      controllerId,
      personKey: Buffer.from(person, "hex"),
      act: "telephone",
      purpose,
      outcome: "awaiting",
      decidedAt,
      source: "file",
      validUntil,
      consentFileId: fileId,
    })),
  });
}

function cellsOf(cells: readonly string[], columns: ConsentColumns): ConsentCells {
  return {
    number: cellOf(cells, columns.number),
    givenOn: cellOf(cells, columns.givenOn),
    validUntil: cellOf(cells, columns.validUntil),
    duration: cellOf(cells, columns.duration),
    proof: cellOf(cells, columns.proof),
    wording: cellOf(cells, columns.wording),
  };
}

function cellOf(cells: readonly string[], at: number | undefined): string {
  return at === undefined ? "" : restoreCell(cells[at] ?? "");
}
