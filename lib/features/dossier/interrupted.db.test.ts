import { spawn } from "node:child_process";
import { once } from "node:events";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { childEnvironment } from "@/lib/platform/environment/env";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { LEASE_MS } from "@/lib/platform/jobs/lease";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { makeWhole, readMade, verifyZip } from "./dossier.fixture";
import { dossierSchema } from "./schema";
import { makeDossier } from "./write/make";
import { requestDossier, retryDossier } from "./write/mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  await makeRecord(ctx, { activity: "Relances" });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  await owner.query("DROP TRIGGER IF EXISTS fault ON dossier_chunk; DROP FUNCTION IF EXISTS fault()");
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const ask = async () =>
  valueOf(
    await requestDossier(
      ctx,
      dossierSchema.parse({ audience: "authority", recipient: "CNIL", sections: ["register", "journal"] }),
    ),
  );
const rowOf = async (id: string) => (await readMade(ctx, id)).row;
const chunksOf = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.dossierChunk.count({ where: { dossierId: id } }));
const runAt = (id: string, now: Date) =>
  makeDossier(jobContext("dossier-making", ctx.scope.org, now), id, new AbortController().signal);

/** Runs the making in a process of its own, until it has written that it runs and waits for its chunks. */
async function startProcess(id: string) {
  const { appUrl, authUrl, portalUrl, jobsUrl } = database;
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "lib/features/dossier/making-process.fixture.ts", ctx.scope.org, id],
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
          WHERE relation = 'dossier_chunk'::regclass AND NOT granted`,
      );
      expect(rows).toHaveLength(1);
    },
    { timeout: 50_000, interval: 100 },
  );
  return child;
}

/** Makes every chunk fail as PostgreSQL fails, with a state of its own. */
async function failChunks(state: string) {
  await owner.query(`CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '${state}'; END $$`);
  await owner.query(
    "CREATE TRIGGER fault BEFORE INSERT ON dossier_chunk FOR EACH ROW EXECUTE FUNCTION fault()",
  );
}

describe("a dossier whose process was killed", () => {
  it("is left alone while its lease holds, and made whole by the next process after it", async () => {
    const { id } = await ask();
    await owner.query("BEGIN; LOCK TABLE dossier_chunk IN ACCESS EXCLUSIVE MODE");
    const child = await startProcess(id);
    child.kill("SIGKILL");
    await once(child, "exit");
    await owner.query("ROLLBACK");
    const left = await rowOf(id);
    expect(left).toMatchObject({ state: "running", interruptions: 0 });
    expect(valueOf(await runAt(id, new Date(left.leasedUntil!.getTime() - 1)))).toBe("taken");
    expect(valueOf(await runAt(id, new Date(left.leasedUntil!.getTime() + LEASE_MS)))).toBe("made");
    const { row, zip } = await readMade(ctx, id);
    expect(row).toMatchObject({ state: "made", interruptions: 1, attempts: 2 });
    expect(await chunksOf(id)).toBe(row.chunks);
    const { out } = verifyZip(zip, "--key", row.keyFingerprint);
    expect(out).toContain("RESULT whole");
  }, 120_000);
});

describe("a dossier that cannot be written", () => {
  it("says that the disk is full, keeps no bytes, and is made once there is room", async () => {
    await failChunks("53100");
    const { id, row } = await makeWhole(ctx, { sections: ["measures"] });
    expect(row).toMatchObject({ state: "failed", failure: "full" });
    expect(await chunksOf(id)).toBe(0);
    await owner.query("DROP TRIGGER fault ON dossier_chunk");
    valueOf(await retryDossier(ctx, { id }));
    expect(valueOf(await runAt(id, new Date()))).toBe("made");
  }, 120_000);

  it("is left to the next run where the database goes away", async () => {
    await failChunks("57P01");
    const { id } = await ask();
    await expect(runAt(id, new Date())).rejects.toThrow();
    const left = await rowOf(id);
    expect(left).toMatchObject({ state: "running", failure: "" });
    await owner.query("DROP TRIGGER fault ON dossier_chunk");
    expect(valueOf(await runAt(id, new Date(left.leasedUntil!.getTime() + 1)))).toBe("made");
  }, 120_000);
});
