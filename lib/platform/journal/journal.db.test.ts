import { createHash, randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain, type ChainEntry } from "@/lib/domain/journal/verify";
import { done } from "@/lib/domain/outcome/outcome";
import { clearJournalTexts } from "@/lib/features/journal/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { verifyChains } from "@/lib/platform/journal/verify-chains";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: StaffCtx;
let owner: Client;
let app: Client;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  app = new Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  for (const client of [owner, app]) {
    await client.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
      ctx.scope.org,
    ]);
  }
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

type ChainRow = ChainEntry & { seq: number; text: string | null };

async function chainOf(org: string) {
  const { rows } = await owner.query<ChainRow>(
    `SELECT e.seq::int AS seq, e.d, e.h, t.salt, t.text, json_build_object('version', e.version,
       'recordedAt', (extract(epoch FROM e.recorded_at) * 1000)::bigint, 'rowsBatch', e.rows_batch,
       'rowsCount', e.rows_count, 'hasText', true, 'event', t.event, 'noun', t.noun, 'actorId', t.actor_id,
       'actorName', t.actor_name, 'subjectId', t.subject_id,
       'clearedAt', (extract(epoch FROM t.cleared_at) * 1000)::bigint) AS columns, e.commitment, e.rows_digest
     FROM journal_entry e JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
     WHERE e.org_id = $1 ORDER BY e.seq`,
    [org],
  );
  const entries = rows.map(({ columns, ...row }) => {
    // pg types the rows of a query by none of its columns.
    const { commitment, rows_digest: rowsDigest } = row as unknown as Record<string, Buffer | null>;
    return { ...row, columns: { ...columns!, commitment: commitment!, rowsDigest: rowsDigest! } };
  });
  const { rows: heads } = await owner.query("SELECT seq::int AS seq, h FROM journal_head WHERE org_id = $1", [
    org,
  ]);
  return { chainId: org, entries, head: heads[0], sha256 };
}

describe("the journal in the database", () => {
  it("is written as the format says: the database and the verifier agree on every hash", async () => {
    await makeController(ctx);
    expect(await verifyChain(await chainOf(ctx.scope.org))).toMatchObject({ ok: true, count: 3 });
  });

  it.each(["journal_entry", "journal_text", "journal_head"])(
    "refuses change of %s by privilege and by trigger",
    async (table) => {
      const statements = [`UPDATE ${table} SET org_id = org_id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`];
      for (const sql of statements) {
        await expect(app.query(sql), `application: ${sql}`).rejects.toMatchObject({ code: "42501" });
      }
      const harmful = {
        journal_entry: "UPDATE journal_entry SET d = 'x'",
        journal_text: "UPDATE journal_text SET text = '{}'",
        journal_head: "UPDATE journal_head SET seq = 0",
      }[table]!;
      for (const sql of [harmful, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        await expect(owner.query(sql), `owner: ${sql}`).rejects.toMatchObject({ code: "42501" });
      }
      await expect(
        app.query(`INSERT INTO ${table} (org_id, seq) VALUES (gen_random_uuid(), 1)`),
      ).rejects.toMatchObject({ code: "42501" });
    },
  );

  it("appends to no chain but that of its scope", async () => {
    const append = "SELECT journal_append($1, ARRAY[$2::bytea], ARRAY['{}'])";
    const foreign = await makeOrganisation(database.ownerUrl);
    await expect(app.query(append, [foreign.scope.org, randomBytes(16)])).rejects.toMatchObject({
      code: "42501",
    });
    await expect(app.query(append, [ctx.scope.org, randomBytes(8)])).rejects.toMatchObject({ code: "22023" });
  });

  it("holds twenty writers at once: no hole, no fork", async () => {
    const before = await chainOf(ctx.scope.org);
    const writers = Array.from({ length: 20 }, () => Array.from({ length: 5 }, () => makeController(ctx)));
    await Promise.all(writers.flat());
    const after = await chainOf(ctx.scope.org);
    expect(after.head.seq).toBe(before.head.seq + 100);
    expect(after.entries.map(({ seq }) => seq)).toEqual(after.entries.map((_, index) => index + 1));
    expect(await verifyChain(after)).toMatchObject({ ok: true, count: after.head.seq });
  });

  it("takes thousands of one change in parts, each from where the one before ended", async () => {
    const before = await chainOf(ctx.scope.org);
    await write(withoutRight(ctx), async (_tx, journal) => {
      const labels = Array.from({ length: 450 }, (_, index) => `T-${index}`);
      for (const label of labels)
        journal.note({ event: "record.updated", subject: { noun: "processing-record", id: null, label } });
      return done(null);
    });
    const after = await chainOf(ctx.scope.org);
    expect(await verifyChain(after)).toMatchObject({ ok: true, count: before.head.seq + 450 });
    const stated = after.entries.slice(-450).map(({ text }) => JSON.parse(text!).subject.label as string);
    expect(stated).toEqual(Array.from({ length: 450 }, (_, index) => `T-${index}`));
  });

  it("takes the change with it when it cannot be written", async () => {
    const name = `Refused ${randomBytes(4).toString("hex")}`;
    const attempt = write(withoutRight(ctx), async (tx, journal) => {
      const row = { id: crypto.randomUUID(), orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now };
      await tx.controller.create({ data: { ...row, legalName: name } });
      // NUL can stand in no PostgreSQL text: the entry is refused.
      journal.note({
        event: "controller.created",
        subject: { noun: "controller", id: row.id, label: "\u0000" },
      });
      return done(null);
    });
    await expect(attempt).rejects.toThrow();
    const { rows } = await app.query("SELECT 1 FROM controller WHERE legal_name = $1", [name]);
    expect(rows).toEqual([]);
  });

  it("stays whole when the retention verb clears texts, and says who cleared them", async () => {
    const before = await chainOf(ctx.scope.org);
    expect(
      valueOf(await clearJournalTexts(ctx, { seqs: [2, 3], reason: "Durée de conservation atteinte" })),
    ).toEqual({ cleared: 2 });
    const after = await chainOf(ctx.scope.org);
    expect(after.entries.filter(({ text }) => text === null).map(({ seq }) => seq)).toEqual([2, 3]);
    expect(await verifyChain(after)).toMatchObject({ ok: true, count: before.head.seq + 1, cleared: 2 });
    expect(JSON.parse(after.entries.at(-1)!.text!)).toMatchObject({
      event: "journal.cleared",
      actor: { id: ctx.actor.memberId },
    });
  });

  it("shows a tamperer who got past the triggers", async () => {
    await owner.query("ALTER TABLE journal_text DISABLE TRIGGER ALL");
    await owner.query(
      "UPDATE journal_text SET text = replace(text, 'Orvelle', 'Orvello') WHERE org_id = $1 AND seq = 5",
      [ctx.scope.org],
    );
    await owner.query("ALTER TABLE journal_text ENABLE TRIGGER ALL");
    expect(await verifyChain(await chainOf(ctx.scope.org))).toMatchObject({
      ok: false,
      seq: 5,
      fault: "digest-mismatch",
    });
  });

  it("names an organisation whose head, or whose whole chain, was taken away", async () => {
    const { scope } = await makeOrganisation(database.ownerUrl);
    await owner.query("BEGIN");
    const removeRow = async (table: string) => {
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
      await owner.query(`DELETE FROM ${table} WHERE org_id = $1`, [scope.org]);
    };
    const faults = async () => {
      const found = [];
      for await (const { org, fault } of verifyChains(owner))
        if (fault && org === scope.org) found.push(fault);
      return found;
    };
    const before = await faults();
    await removeRow("journal_head");
    expect(await faults()).toEqual([...before, { kind: "head-mismatch", seq: 2 }]);
    for (const table of ["journal_text", "journal_entry"]) await removeRow(table);
    expect(await faults()).toEqual([...before, { kind: "chain-missing", seq: 0 }]);
    await owner.query("ROLLBACK");
  });
});
