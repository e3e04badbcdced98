import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { discardData } from "@/lib/platform/embedded/discard-data";
import { openDatabase, type OpenDatabase } from "@/lib/platform/embedded/open-database";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { chooseIdleConnections } from "@/scripts/start/database";
import { testFolder } from "@/scripts/test/cluster";
import { VerifiedPool } from "./verified-pool";

const folder = join(testFolder, `pool-${process.pid}`);
const SOON = { restedMs: 0, answerMs: 200, idleMs: 60_000 };
const backend = "SELECT pg_backend_pid() AS pid";

let server: OpenDatabase;

beforeAll(async () => {
  await discardData(folder);
  server = await openDatabase(folder, { durable: false });
});
afterAll(async () => {
  await server.release();
  await discardData(folder);
});

/** A cable between pool and server, which can be cut: what was connected stays open and says nothing more. */
async function openCable(url: string) {
  const { hostname, port } = new URL(url);
  const ends: Socket[] = [];
  const cable: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) end.on("error", () => {});
    ends.push(near, far);
  });
  await new Promise<void>((resolve) => cable.listen(0, "127.0.0.1", resolve));
  const through = new URL(url);
  through.port = String((cable.address() as AddressInfo).port);
  return {
    url: through.toString(),
    cut: () => ends.forEach((end) => end.unpipe().pause()),
    remove: () => {
      ends.forEach((end) => end.destroy());
      cable.close();
    },
  };
}

const pidOf = async (pool: Pool) => (await pool.query<{ pid: number }>(backend)).rows[0]!.pid;

it("gives a connection out again and again, also after it rested", async () => {
  const pool = new VerifiedPool({ connectionString: server.ownerUrl, max: 2 }, SOON);
  expect(await pidOf(pool)).toBe(await pidOf(pool));
  const client = await pool.connect();
  client.release();
  expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
  await pool.end();
});

it("replaces connections that died unheard, and fails nobody who asks meanwhile", async () => {
  const cable = await openCable(server.ownerUrl);
  const pool = new VerifiedPool({ connectionString: cable.url, max: 3 }, SOON);
  const before = await Promise.all([pidOf(pool), pidOf(pool), pidOf(pool)]);
  cable.cut();
  const after = await Promise.all([pidOf(pool), pidOf(pool), pidOf(pool), pidOf(pool)]);
  expect(after.filter((pid) => before.includes(pid))).toEqual([]);
  expect(pool.totalCount).toBeLessThanOrEqual(3);
  await pool.end();
  cable.remove();
});

it("goes on after the server was stopped and started again", async () => {
  const pool = new VerifiedPool({ connectionString: server.ownerUrl, max: 2 }, SOON);
  pool.on("error", () => {});
  await Promise.all([pidOf(pool), pidOf(pool)]);
  await server.release();
  await expect(pidOf(pool)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  server = await openDatabase(folder, { durable: false });
  expect(await pidOf(pool)).toBeGreaterThan(0);
  await pool.end();
});

it("closes what a burst opened once it rested, and keeps as many as it is to", async () => {
  const pool = new VerifiedPool(
    { connectionString: server.ownerUrl, max: 4, min: 1 },
    { ...SOON, idleMs: 1 },
  );
  const removed: unknown[] = [];
  const isDown = new Promise<void>((resolve) =>
    pool.on("remove", (client) => {
      removed.push(client);
      if (removed.length === 3) resolve();
    }),
  );
  const burst = await Promise.all([1, 2, 3, 4].map(() => pool.connect()));
  expect(pool.totalCount).toBe(4);
  for (const client of burst) client.release();
  await isDown;
  expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
  expect(await pidOf(pool)).toBeGreaterThan(0);
  await pool.end();
});

it.each([
  ["keep", "1"],
  ["close", "64"],
])("chooses to %s idle connections where %s processes serve", async (choice, WEB_WORKERS) => {
  assumeEnvironment({ WEB_WORKERS });
  expect(await chooseIdleConnections(server.ownerUrl)).toBe(choice);
});
