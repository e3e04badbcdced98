import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { itemAt } from "@/lib/domain/invariant/required";

/** The state of a database that no test has used: a digest of its catalogue, and the tables in which migrations put rows. */
export type Pristine = { catalogue: string; seeded: readonly string[]; seededRows: string };

/** Bytes of the used tables, beyond which rows that were deleted would slow the tests that follow. */
const MOST_BYTES = 60_000_000;

/** Reads the state of a new copy of the template, as a superuser. */
export function readPristine(url: string): Promise<Pristine> {
  return withSuperuser(url, async (client) => {
    const seeded = (await usedTables(client, [])).map(({ name }) => name);
    return readState(client, seeded);
  });
}

/**
 * Deletes what a test wrote, so that the next test file finds the database as new: copying the template costs most of a
 * second of processor time. Returns false where a test changed the catalogue or the rows that migrations put in, or
 * left many rows: that database is to be dropped.
 */
export function emptyDatabase(url: string, pristine: Pristine): Promise<boolean> {
  return withSuperuser(url, async (client) => {
    const state = await readState(client, pristine.seeded);
    if (state.catalogue !== pristine.catalogue || state.seededRows !== pristine.seededRows) return false;
    const used = await usedTables(client, pristine.seeded);
    if (used.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) return false;
    // Neither triggers nor references hold a row back.
    await client.query("SET session_replication_role = 'replica'");
    await client.query(used.map(({ name }) => `DELETE FROM ${name};`).join("\n") + RESTARTED_SEQUENCES);
    // Gives the pages back: rows of one instant come in the order of their insertion, and a later emptying finds less.
    if (used.length > 0) await client.query(`VACUUM ${used.map(({ name }) => name).join(", ")}`);
    return true;
  });
}

/**
 * Ends what tests left open as the owner or in jobs, and waits a moment for the statements of the application to end. Returns false
 * where some do not.
 */
export function isQuiet(url: string): Promise<boolean> {
  return withSuperuser(url, async (client) => {
    await client.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE ${OTHERS} AND usename IN ('amana_owner', 'amana_jobs')`,
    );
    for (let tries = 0; tries < 20; tries += 1) {
      const busy = await client.query(`SELECT 1 FROM pg_stat_activity WHERE ${OTHERS} AND state <> 'idle'`);
      if (busy.rowCount === 0) return true;
      await sleep(25);
    }
    return false;
  });
}

async function withSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function readState(client: Client, seeded: readonly string[]): Promise<Pristine> {
  const { rows } = await client.query<{ digest: string }>(CATALOGUE);
  const counts = seeded.map((name) => `(SELECT count(*) || ' ' || max(xmin::text::bigint) FROM ${name})`);
  const counted = await client.query<{ digest: string }>(
    `SELECT concat_ws(',', ${["''", ...counts].join(", ")}) AS digest`,
  );
  return {
    catalogue: itemAt(rows, 0).digest,
    seeded,
    seededRows: itemAt(counted.rows, 0).digest,
  };
}

/** Tables that have pages: those that have ever had a row. */
async function usedTables(client: Client, except: readonly string[]) {
  const { rows } = await client.query<{ name: string; bytes: number }>(USED_TABLES, [except]);
  return rows;
}

const OTHERS = "datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()";

const CATALOGUES = ["class", "proc", "trigger", "constraint", "policy", "namespace", "type"];

// The transaction that wrote a definition changes with it. System objects have smaller identifiers.
const CATALOGUE = `SELECT md5(string_agg(line, ',' ORDER BY line)) AS digest FROM (
  SELECT 'column ' || attrelid || ' ' || attnum || ' ' || xmin::text AS line FROM pg_attribute WHERE attrelid >= 16384
  ${CATALOGUES.map((name) => `UNION ALL SELECT '${name} ' || oid || ' ' || xmin::text FROM pg_${name} WHERE oid >= 16384`).join(" ")}
) AS lines`;

const USED_TABLES = `SELECT oid::regclass::text AS name, pg_relation_size(oid)::int AS bytes FROM pg_class
  WHERE relkind = 'r' AND relpersistence = 'p' AND oid >= 16384 AND pg_relation_size(oid) > 0
    AND oid::regclass::text <> ALL ($1) ORDER BY 1`;

const RESTARTED_SEQUENCES =
  "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences";
