import { spawn } from "node:child_process";
import { once } from "node:events";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { childEnvironment } from "@/lib/platform/environment/env";
import { LOG_LAYOUT, manyCalls, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { READING_LEASE_MS } from "./begin";
import { receiveLog } from "./receive";

/** Calls that are stored by more than one statement. */
const CALLS = 80_000;
/** Lock for which the later statements wait. */
const LOCK = 20_261_129;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let owner: Client;
let campaign: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  campaign = (await makeCampaign(ctx, { controllerId: (await makeController(ctx)).id, basis: "contract" }))
    .id;
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`
    CREATE FUNCTION halt() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(${LOCK}); RETURN NEW; END $$;
    CREATE TRIGGER halt BEFORE INSERT ON call_log_part FOR EACH ROW WHEN (NEW.part = 255) EXECUTE FUNCTION halt()`);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Reads a log in a process of its own, until it waits to store the last part. */
async function startReading() {
  const { appUrl, authUrl, portalUrl, jobsUrl } = database;
  const stated = JSON.stringify({ actor: ctx.actor, scope: ctx.scope });
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "lib/features/call-log/write/reading-process.fixture.ts",
      stated,
      campaign,
      String(CALLS),
    ],
    {
      env: childEnvironment({
        DATABASE_APP_URL: appUrl,
        DATABASE_AUTH_URL: authUrl,
        DATABASE_PORTAL_URL: portalUrl,
        DATABASE_JOBS_URL: jobsUrl,
        AMANA_SECRET: inject("testCluster").secret,
      }),
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  await vi.waitFor(
    async () => {
      const { rows } = await owner.query(
        `SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database AND d.datname = current_database()
          WHERE locktype = 'advisory' AND NOT granted AND objid = ${LOCK}`,
      );
      expect(rows).toHaveLength(1);
    },
    { timeout: 90_000, interval: 100 },
  );
  return child;
}

async function storedCalls(): Promise<Record<string, number>> {
  const parts = await withOrg(ctx.scope, (tx) =>
    tx.callLogPart.groupBy({ by: ["logId"], _sum: { calls: true } }),
  );
  return Object.fromEntries(parts.map(({ logId, _sum }) => [logId, _sum.calls ?? 0]));
}

it("leaves no call of a log whose process was killed while it stored them, and reads the next after its lease", async () => {
  await owner.query(`SELECT pg_advisory_lock(${LOCK})`);
  const child = await startReading();
  child.kill("SIGKILL");
  await once(child, "exit");
  const dead = await withOrg(ctx.scope, (tx) => tx.callLog.findFirstOrThrow({ where: { state: "reading" } }));
  const left = (await storedCalls())[dead.id] ?? 0;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(CALLS);
  await owner.query(`SELECT pg_advisory_unlock(${LOCK})`);

  const body = (async function* () {
    yield Buffer.from("");
  })();
  const head = {
    campaignId: campaign,
    fileName: "appels.csv",
    storedUntil: "2099-12-31",
    layout: LOG_LAYOUT,
    head: "",
  };
  expect(await receiveLog({ ...ctx, now: new Date() }, { head, size: 0, body })).toMatchObject({
    refusal: { issues: [{ key: "busy" }] },
  });

  const now = new Date(dead.leasedUntil!.getTime() + READING_LEASE_MS);
  const next = await receiveLines({ ...ctx, now }, campaign, manyCalls(20));
  const found = (id: string) => withOrg(ctx.scope, (tx) => tx.callLog.findFirstOrThrow({ where: { id } }));
  expect(await found(dead.id)).toMatchObject({ state: "failed", failure: "interrupted" });
  expect(await found(next)).toMatchObject({ state: "queued", calls: 20, knownCalls: 0 });
  expect(await storedCalls()).toEqual({ [next]: 20 });
}, 150_000);
