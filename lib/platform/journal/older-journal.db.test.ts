import { randomBytes, randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { verifyChains } from "@/lib/platform/journal/verify-chains";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { migrate } from "@/lib/platform/migrate/migrate";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { bareDatabase } from "@/scripts/test/fresh-database";

const FIRST = "20261128200100_journal_rows";
const ORG = randomUUID();

let database: Awaited<ReturnType<typeof bareDatabase>>;
let owner: Client;
/** Results of the older and the newer verifier on the chain before the migration. */
let before: unknown[];

beforeAll(async () => {
  const { secret } = inject("testCluster");
  database = await bareDatabase();
  const only = migrationNames(projectSources.migrations).filter((name) => name < FIRST);
  await migrate(database.ownerUrl, { secret }, { ...projectSources, only });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    "SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false), set_config('app.backup', 'on', false)",
    [ORG],
  );
  await owner.query("ALTER TABLE organisation NO FORCE ROW LEVEL SECURITY");
  await owner.query(
    `INSERT INTO organisation (id, slug, legal_name, country, created_at, updated_at) VALUES ($1, 'ancien', 'Ancien', 'MA', now(), now())`,
    [ORG],
  );
  await owner.query("ALTER TABLE organisation FORCE ROW LEVEL SECURITY");
  for (const event of ["organisation.created", "organisation.updated", "organisation.updated"])
    await owner.query("SELECT journal_append($1, ARRAY[$2::bytea], ARRAY[$3::text])", [
      ORG,
      randomBytes(16),
      textOf(event),
    ]);
  await owner.query("SELECT journal_clear($1, ARRAY[2::bigint])", [ORG]);
  await owner.query("SELECT journal_append($1, ARRAY[$2::bytea], ARRAY[$3::text])", [
    ORG,
    randomBytes(16),
    textOf("journal.cleared", { seqs: [2], cleared: 1 }),
  ]);
  before = [];
  for await (const { org, fault } of verifyChains(owner)) before.push({ org, fault });
  await migrate(database.ownerUrl, { secret }, projectSources);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

function textOf(event: string, after?: { seqs: number[]; cleared: number }): string {
  const noun = event.split(".")[0]!;
  const actor = { id: "m-1", kind: "staff", name: "Nadia" };
  return canonicalText({
    v: 1,
    event,
    at: new Date().toISOString(),
    actor,
    subject: { noun, id: ORG },
    after,
  });
}

async function faultOf(...statements: string[]) {
  await owner.query("BEGIN");
  try {
    for (const table of ["journal_entry", "journal_text"])
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
    for (const sql of statements) await owner.query(sql);
    for (const table of ["journal_entry", "journal_text"])
      await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
    const { chains, rows } = await verifyJournal(owner);
    return [...chains.flatMap(({ fault }) => fault?.kind ?? []), ...rows.map(({ kind }) => kind)];
  } finally {
    await owner.query("ROLLBACK");
  }
}

describe("a journal of before", () => {
  it("is read where its database was not brought up yet, as a backup of it is", () => {
    expect(before).toEqual([{ org: ORG, fault: undefined }]);
  });

  it("keeps verifying, and goes on in entries of the second version", async () => {
    await owner.query("SELECT journal_append($1, ARRAY[$2::bytea], ARRAY[$3::text])", [
      ORG,
      randomBytes(16),
      textOf("organisation.updated"),
    ]);
    expect((await verifyJournal(owner)).isWhole).toBe(true);
    const { rows } = await owner.query("SELECT version FROM journal_entry ORDER BY seq");
    expect(rows.map(({ version }) => version)).toEqual([1, 1, 1, 1, 2]);
  });

  it("shows since then what its digests do not hold: the instant, and the event of a cleared entry", async () => {
    expect(
      await faultOf("UPDATE journal_entry SET recorded_at = recorded_at - interval '1 day' WHERE seq = 1"),
    ).toEqual(["row-changed"]);
    expect(await faultOf("UPDATE journal_text SET event = 'organisation.created' WHERE seq = 2")).toEqual([
      "row-changed",
    ]);
  });

  it("takes no entry of the second version for one of the first", async () => {
    expect(
      await faultOf(
        "UPDATE journal_entry SET version = 1, commitment = NULL, rows_batch = NULL, rows_count = 0, rows_digest = NULL WHERE seq = 5",
      ),
    ).not.toEqual([]);
  });
});
