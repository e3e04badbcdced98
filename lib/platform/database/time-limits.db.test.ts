import { Client, type Pool } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applicationRoles, databaseUrl, type ApplicationRole } from "@/lib/platform/environment/env";
import { jobsPool, closeJobsPool } from "@/lib/platform/jobs/pool";
import { runAsAnonymous } from "@/lib/platform/request/action";
import { PageReader } from "@/lib/platform/read/reader";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { execute } from "@/scripts/test/cluster";
import { openDatabase } from "@/scripts/test/open-database";
import { appPool, authPool, closeClients, readPool } from "./clients";
import { POOLS } from "./connections";
import { limitsOfUnit, ROLE_LIMITS } from "./time-limits";
import { withOrg } from "./transaction";
import { hasTakenTooLong } from "./unavailable";

/** Longer than any test waits: only the server ends it. */
const ENDLESS = "SELECT pg_sleep(3600)";

const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);

afterEach(closeJobsPool);

/** Shortens a limit of the application role for the sessions of a test. */
function shorten(setting: keyof typeof MS, ms = 200) {
  const place = `ALTER ROLE ${applicationRoles.app} IN DATABASE ${new URL(database.ownerUrl).pathname.slice(1)}`;
  beforeEach(async () => {
    await closeClients();
    await execute(database.ownerUrl, `${place} SET ${setting} = ${ms}`);
  });
  afterEach(async () => {
    await closeClients();
    await execute(database.ownerUrl, `${place} SET ${setting} = ${MS[setting]}`);
  });
}

const MS = {
  statement_timeout: ROLE_LIMITS.app.statementMs,
  idle_in_transaction_session_timeout: ROLE_LIMITS.app.idleMs,
};

type Settings = { statement: string; idle: string };
const SETTINGS = `SELECT (SELECT setting FROM pg_settings WHERE name = 'statement_timeout') AS statement,
  (SELECT setting FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout') AS idle`;
const asSettings = (limits: { statementMs: number; idleMs: number }) => ({
  statement: String(limits.statementMs),
  idle: String(limits.idleMs),
});

describe("the limits", () => {
  it.each<[ApplicationRole, () => Pool]>([
    ["app", appPool],
    ["app", () => readPool()],
    ["auth", authPool],
    ["portal", () => readPool("portal")],
    ["auditor", () => readPool("auditor")],
    ["public", () => readPool("public")],
    ["jobs", jobsPool],
  ])("of %s hold in each of its sessions", async (role, pool) => {
    expect((await pool().query<Settings>(SETTINGS)).rows).toEqual([asSettings(ROLE_LIMITS[role])]);
  });

  it("are no limits of the owner, who migrates and makes backups", async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    expect((await owner.query<Settings>(SETTINGS)).rows).toEqual([{ statement: "0", idle: "0" }]);
    await owner.end();
  });
});

describe("a statement that runs on", () => {
  shorten("statement_timeout");

  it("is ended by the server, in a unit of work and in a page, and is known for it", async () => {
    const asked = [
      withOrg(own.scope, (tx) => tx.$queryRawUnsafe(ENDLESS)),
      new PageReader(own.scope).$queryRaw`SELECT pg_sleep(3600)`,
      appPool().query(ENDLESS),
    ];
    for (const answer of await Promise.allSettled(asked))
      expect(answer.status === "rejected" && hasTakenTooLong(answer.reason)).toBe(true);
    expect(await running()).toEqual([]);
  });

  it("is answered in words to a form's script", async () => {
    const outcome = await runAsAnonymous(
      () => withOrg(own.scope, (tx) => tx.$queryRawUnsafe(ENDLESS)) as never,
    );
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
  });

  it("goes on for a unit that asks for more, and for that unit alone", async () => {
    const limits = { timeoutMs: 60_000 };
    const [settings] = await withOrg(
      own.scope,
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM (SELECT pg_sleep(0.5)) AS longer`;
        return tx.$queryRawUnsafe<Settings[]>(SETTINGS);
      },
      limits,
    );
    expect(settings).toEqual(asSettings(limitsOfUnit(limits.timeoutMs)));
    const [after] = await withOrg(own.scope, (tx) => tx.$queryRawUnsafe<Settings[]>(SETTINGS));
    expect(after).toMatchObject({ statement: "200" });
  });
});

describe("a transaction that asks nothing", () => {
  shorten("idle_in_transaction_session_timeout");

  it("is ended by the server, and every connection of the pool serves again", async () => {
    const idle = Array.from({ length: POOLS.app }, () =>
      withOrg(own.scope, async (tx) => {
        const [{ pid } = { pid: 0 }] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
        await vi.waitFor(async () => expect(await sessions()).not.toContain(pid), {
          timeout: 30_000,
          interval: 50,
        });
        return tx.organisation.findMany();
      }),
    );
    for (const unit of await Promise.allSettled(idle)) expect(unit.status).toBe("rejected");
    const again = Array.from({ length: POOLS.app }, () =>
      withOrg(own.scope, (tx) => tx.organisation.findMany({ select: { slug: true } })),
    );
    for (const rows of await Promise.all(again)) expect(rows).toEqual([{ slug: own.slug }]);
  });
});

const running = () => ask<{ query: string }>("query", "state = 'active'");
const sessions = async () => (await ask<{ pid: number }>("pid", "true")).map(({ pid }) => pid);

/** Asks as the role, which sees all of its own sessions. */
async function ask<Row extends object>(column: string, condition: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl("app") });
  await client.connect();
  try {
    const sql = `SELECT ${column} FROM pg_stat_activity WHERE datname = current_database()
      AND usename = current_user AND pid <> pg_backend_pid() AND ${condition}`;
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
