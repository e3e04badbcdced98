import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { OLDER_ORG as ORG, restoreOlderBackup } from "@/lib/platform/backup/older-backup.fixture";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import type { FreshDatabase } from "@/scripts/test/fresh-database";

let database: FreshDatabase;
let owner: Client;

beforeAll(async () => {
  ({ database } = await restoreOlderBackup());
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    "SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false), set_config('app.backup', 'on', false)",
    [ORG],
  );
}, 180_000);
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function faultOf(...statements: string[]) {
  await owner.query("BEGIN");
  try {
    for (const table of ["journal_entry", "journal_text"])
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
    for (const sql of statements) await owner.query(sql, [ORG]);
    for (const table of ["journal_entry", "journal_text"])
      await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
    const { chains, rows } = await verifyJournal(owner);
    return [...chains.flatMap(({ fault }) => fault?.kind ?? []), ...rows.map(({ kind }) => kind)];
  } finally {
    await owner.query("ROLLBACK");
  }
}

describe("a journal of before", () => {
  it("keeps verifying, and goes on in entries of the second version", async () => {
    const text = canonicalText({
      v: 1,
      event: "organisation.updated",
      at: new Date().toISOString(),
      actor: { id: "m-1", kind: "staff", name: "Nadia" },
      subject: { noun: "organisation", id: ORG },
    });
    await owner.query("SELECT journal_append($1, ARRAY[$2::bytea], ARRAY[$3::text])", [
      ORG,
      randomBytes(16),
      text,
    ]);
    expect((await verifyJournal(owner)).isWhole).toBe(true);
    const { rows } = await owner.query("SELECT version FROM journal_entry WHERE org_id = $1 ORDER BY seq", [
      ORG,
    ]);
    expect(rows.map(({ version }) => version)).toEqual([1, 1, 1, 1, 2]);
  });

  it("shows since then what its digests do not hold: the instant, and the event of a cleared entry", async () => {
    expect(
      await faultOf(
        "UPDATE journal_entry SET recorded_at = recorded_at - interval '1 day' WHERE org_id = $1 AND seq = 1",
      ),
    ).toEqual(["row-changed"]);
    expect(
      await faultOf("UPDATE journal_text SET event = 'organisation.created' WHERE org_id = $1 AND seq = 2"),
    ).toEqual(["row-changed"]);
  });

  it("takes no entry of the second version for one of the first", async () => {
    const pretend = `UPDATE journal_entry SET version = 1, commitment = NULL, rows_batch = NULL, rows_count = 0,
      rows_digest = NULL WHERE org_id = $1 AND seq = 5`;
    expect(await faultOf(pretend)).not.toEqual([]);
  });
});
