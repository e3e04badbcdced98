import { Client } from "pg";
import { itemAt } from "@/lib/domain/invariant/required";
import { entryText } from "@/lib/domain/journal/event";
import { nextReference } from "@/lib/domain/processing-record/reference";
import { fillExample } from "@/lib/features/example/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { appendToJournal } from "@/lib/platform/journal/append";
import { openSession } from "@/lib/platform/request/session-store";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { ACTIVITIES, clientName, TEAMS } from "./names";

/** `obligations`: dates that fall due around today, of entries to read again, beside those of the example. */
export type Size = { records: number; controllers: number; journal: number; obligations?: number };

/** An organisation to measure: its context, its address, the session cookie's token, and one of its entries. */
export type Measured = { ctx: StaffCtx; slug: string; token: string; recordId: string; size: Size };

const DAY_MS = 86_400_000;
/** The organisation began so long ago; one entry in three was changed since, so that a past day shows other versions. */
const BEGAN_DAYS_AGO = 300;
const CHANGED_DAYS_AGO = 30;
const JOURNAL_BATCH = 5_000;

/**
 * Fills a new organisation with so many entries of the processor's register, in the shapes of the example's: whole
 * documents, versions, facts and gaps, under names of their own.
 */
export async function seedOrganisation(ownerUrl: string, size: Size): Promise<Measured> {
  const began = new Date(Date.now() - BEGAN_DAYS_AGO * DAY_MS);
  const made = await makeOrganisation(ownerUrl, `Mesures ${size.records}`, began);
  valueOf(await fillExample(made));
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const recordId = await withOrg(made.scope, (tx) => writeTwins(tx, made, size), { timeoutMs: 600_000 });
    await owner.query("ANALYZE");
    await fillJournal(made, recordId, size.journal);
    // Empties the pending lists of the search, which a server at rest does by itself.
    await owner.query("VACUUM ANALYZE");
    const device = { userAgent: "bench", address: "127.0.0.1" };
    const token = await openSession(made.actor.personId, device, new Date());
    return { ctx: { ...made, now: new Date() }, slug: made.slug, token, recordId, size };
  } finally {
    await owner.end();
  }
}

/** Writes all twins and the entry that binds them, so that the journal of what is measured is whole. */
async function writeTwins(tx: Tx, made: StaffCtx, size: Size): Promise<string> {
  const controllers = await cloneControllers(tx, made, size.controllers);
  const recordId = await cloneRecords(tx, made, controllers, size.records);
  await setReviews(tx, size.obligations ?? 0);
  await appendToJournal(tx, made.scope.org, [entryOf(made, recordId, "twins", made.now)]);
  return recordId;
}

/** Rows of a table said again under other values, each the twin of a model chosen in turn. */
async function cloneControllers(tx: Tx, { now }: StaffCtx, count: number): Promise<string[]> {
  const twins = Array.from({ length: count }, (_, index) => ({ id: newId(now), name: clientName(index) }));
  const stated = [twins.map(({ id }) => id), twins.map(({ name }) => name)];
  await tx.$executeRawUnsafe(
    `WITH twin AS (SELECT * FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS t (id, name, n)),
       model AS (SELECT *, row_number() OVER (ORDER BY id) AS m, count(*) OVER () AS models FROM controller
         WHERE archived_at IS NULL)
     INSERT INTO controller
     SELECT made.*
     FROM twin JOIN model ON model.m = 1 + twin.n % model.models
       CROSS JOIN LATERAL jsonb_populate_record(NULL::controller, to_jsonb(model) ||
       jsonb_build_object('id', twin.id, 'legal_name', twin.name)) AS made`,
    ...stated,
  );
  await tx.$executeRawUnsafe(
    `WITH twin AS (SELECT * FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS t (id, name, n)),
       model AS (SELECT *, row_number() OVER (ORDER BY controller_id) AS m, count(*) OVER () AS models
         FROM controller_version WHERE superseded_at IS NULL)
     INSERT INTO controller_version
     SELECT made.*
     FROM twin JOIN model ON model.m = 1 + twin.n % model.models
       CROSS JOIN LATERAL jsonb_populate_record(NULL::controller_version, to_jsonb(model) || jsonb_build_object(
       'controller_id', twin.id, 'snapshot',
       model.snapshot || jsonb_build_object('id', twin.id, 'legalName', twin.name))) AS made`,
    ...stated,
  );
  return twins.map(({ id }) => id);
}

async function cloneRecords(
  tx: Tx,
  { now }: StaffCtx,
  controllers: string[],
  count: number,
): Promise<string> {
  const counted = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM processing_record WHERE capacity = 'processor'`;
  const models = itemAt(counted, 0).n;
  const twins = Array.from({ length: count - models }, (_, index) => ({
    id: newId(now),
    reference: nextReference(models + index),
    controller: itemAt(controllers, index % controllers.length),
    activity: `${ACTIVITIES[index % ACTIVITIES.length]}, ${TEAMS[index % TEAMS.length]} ${1 + (index % 97)}`,
  }));
  const stated = [
    twins.map(({ id }) => id),
    twins.map(({ reference }) => reference),
    twins.map(({ controller }) => controller),
    twins.map(({ activity }) => activity),
  ];
  const from = `WITH twin AS (SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[])
      WITH ORDINALITY AS t (id, reference, controller_id, activity, n))`;
  const own = `'reference', twin.reference, 'controller_id', twin.controller_id, 'activity', twin.activity`;
  const later = new Date(Date.now() - CHANGED_DAYS_AGO * DAY_MS);
  await tx.$executeRawUnsafe(
    `${from}, model AS (SELECT *, row_number() OVER (ORDER BY id) AS m, count(*) OVER () AS models
       FROM processing_record WHERE capacity = 'processor')
     INSERT INTO processing_record
     SELECT made.*
     FROM twin JOIN model ON model.m = 1 + twin.n % model.models
       CROSS JOIN LATERAL jsonb_populate_record(NULL::processing_record, to_jsonb(model) || jsonb_build_object(
       'id', twin.id, ${own}, 'version', 1 + (twin.n % 3 = 0)::int,
       'content', model.content || jsonb_build_object('activity', twin.activity))) AS made`,
    ...stated,
  );
  await tx.$executeRawUnsafe(
    `${from}, model AS (SELECT *, row_number() OVER (ORDER BY record_id) AS m, count(*) OVER () AS models
       FROM record_version WHERE capacity = 'processor' AND superseded_at IS NULL)
     INSERT INTO record_version
     SELECT made.*
     FROM twin JOIN model ON model.m = 1 + twin.n % model.models
       CROSS JOIN LATERAL generate_series(1, 1 + (twin.n % 3 = 0)::int) AS v
       CROSS JOIN LATERAL jsonb_populate_record(NULL::record_version, to_jsonb(model) || jsonb_build_object(
       'record_id', twin.id, ${own}, 'version', v, 'change', CASE v WHEN 1 THEN 'created' ELSE 'saved' END,
       'recorded_at', CASE v WHEN 1 THEN model.recorded_at ELSE $5::timestamptz END,
       'superseded_at', CASE WHEN v = 1 AND twin.n % 3 = 0 THEN $5::timestamptz END,
       'snapshot', model.snapshot || jsonb_build_object('activity', twin.activity))) AS made`,
    ...stated,
    later,
  );
  await tx.$executeRawUnsafe(
    `INSERT INTO record_state_fact
     SELECT gen_random_uuid(), org_id, id, 'activate', 'active', coalesce(state_since, '2026-01-05'), '', created_at,
       NULL, 'bench' FROM processing_record WHERE capacity = 'processor' AND state <> 'draft'
       AND NOT EXISTS (SELECT FROM record_state_fact f WHERE f.record_id = processing_record.id)`,
  );
  return itemAt(twins, Math.floor(twins.length / 2)).id;
}

/** Gives so many entries a day of review, from a month ago to half a year ahead. */
async function setReviews(tx: Tx, count: number): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE processing_record r SET review_due_on = to_char(current_date - 30 + (chosen.n % 210)::int, 'YYYY-MM-DD')
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM processing_record
       WHERE capacity = 'processor' AND state = 'active' LIMIT $1) AS chosen WHERE chosen.id = r.id`,
    count,
  );
}

function entryOf(
  { actor }: StaffCtx,
  recordId: string,
  label: string,
  at: Date,
): ReturnType<typeof entryText> {
  return entryText(
    {
      event: "record.updated",
      subject: { noun: "processing-record", id: recordId, label },
      before: { operations: ["Réception d’appels"] },
      after: { operations: ["Réception d’appels", `Rappel ${label}`] },
    },
    { kind: "staff", id: actor.memberId, name: actor.name },
    at,
  );
}

async function fillJournal(ctx: StaffCtx, recordId: string, count: number): Promise<void> {
  for (let done = 0; done < count; done += JOURNAL_BATCH) {
    const entries = Array.from({ length: Math.min(JOURNAL_BATCH, count - done) }, (_, index) =>
      entryOf(ctx, recordId, `T-${done + index}`, new Date(ctx.now.getTime() + (done + index) * 200_000)),
    );
    await withOrg(ctx.scope, (tx) => appendToJournal(tx, ctx.scope.org, entries), { timeoutMs: 120_000 });
  }
}
