import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { itemAt, required } from "@/lib/domain/invariant/required";
import { assumeEnvironment, assumeWhereUnset, childEnvironment, env } from "@/lib/platform/environment/env";
import { projectRoot } from "@/scripts/start/build";
import { openConfiguredDatabase } from "@/scripts/start/database";
import { runToEnd } from "@/scripts/start/run";
import { type Amana, findFreePort, readAnnouncement, stop } from "@/scripts/test/amana";
import type { Target } from "./load";
import { askPages, medianOf, readProcessorSeconds, type ProcessorTime } from "./processor";
import { printLine } from "./report";

// Compares two builds on one database, page by page in turns, by processor time: other load of the machine
// affects both alike. Each is a folder of its own, the second this one if it is not named; the page is the list of
// records, or another address of the organisation, where ":record" stands for an entry: node --import tsx
// bench/against.ts ../before . /records/:record

const SIZE = { records: 10_000, controllers: 500, journal: 100_000 };
const ROUNDS = 10;
const PAGES = 60;
const WARM_UP = 300;
/** A backend tells its statistics at most once a second. */
const STATISTICS_MS = 1_500;

type Cost = ProcessorTime & { transactions: number };
type Measured = { name: string; amana: Amana; target: Target; costs: Cost[] };

assumeWhereUnset({ AMANA_DATA_DIR: join(projectRoot, ".bench") });

await runToEnd(async () => {
  mkdirSync(env().AMANA_DATA_DIR, { recursive: true });
  const database = await openConfiguredDatabase();
  const { appUrl, authUrl, secret, ownerUrl } = database;
  assumeEnvironment({ DATABASE_APP_URL: appUrl, DATABASE_AUTH_URL: authUrl, AMANA_SECRET: secret });
  const { seedOnce } = await import("./seeded");
  const { closeClients } = await import("@/lib/platform/database/clients");
  const { slug, token, recordId } = itemAt(await seedOnce(ownerUrl, [SIZE]), 0);
  const address = (process.argv[4] ?? "/records").replace(":record", recordId);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const folders = {
    before: resolve(process.argv[2] ?? "../before"),
    after: resolve(process.argv[3] ?? projectRoot),
  };
  const started: Measured[] = [];
  try {
    for (const [name, folder] of Object.entries(folders)) {
      const amana = await launchIn(folder);
      const { baseUrl } = await readAnnouncement(amana, { isNew: false });
      const target = { url: `${baseUrl}/${slug}${address}`, cookie: `amana.session=${token}` };
      started.push({ name, amana, target, costs: [] });
    }
    for (const { target } of started) await askPages(target, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const one of round % 2 ? started : started.toReversed()) one.costs.push(await measure(one, owner));
    printLine(
      `${ROUNDS} rounds of ${PAGES} pages each, load ${itemAt(loadavg(), 0).toFixed(1)}; per page, median of the rounds:`,
    );
    for (const { name, costs } of started) printLine(`  ${name.padEnd(8)} ${describe(costs)}`);
  } finally {
    await Promise.all(started.map(({ amana }) => stop(amana)));
    await owner.end();
    await closeClients();
    await database.release();
  }
});

async function launchIn(folder: string): Promise<Amana> {
  const settings = {
    AMANA_DATA_DIR: env().AMANA_DATA_DIR,
    NODE_ENV: "production",
    AMANA_JOBS: "off",
    PORT: String(await findFreePort()),
    WEB_WORKERS: "2",
  };
  return spawn(process.execPath, ["--import", "tsx", join(folder, "scripts/start.ts")], {
    cwd: folder,
    env: childEnvironment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function measure({ amana, target }: Measured, owner: Client): Promise<Cost> {
  const before = await read(amana, owner);
  await askPages(target, PAGES);
  const after = await read(amana, owner);
  return {
    web: ((after.web - before.web) * 1000) / PAGES,
    database: ((after.database - before.database) * 1000) / PAGES,
    transactions: (after.transactions - before.transactions) / PAGES,
  };
}

async function read(amana: Amana, owner: Client): Promise<Cost> {
  await sleep(STATISTICS_MS);
  const { rows } = await owner.query<{ n: string }>(
    "SELECT xact_commit AS n FROM pg_stat_database WHERE datname = current_database()",
  );
  return {
    ...readProcessorSeconds(required(amana.pid, "pid of the server")),
    transactions: Number(itemAt(rows, 0).n),
  };
}

function describe(costs: Cost[]): string {
  const median = (of: keyof Cost) => medianOf(costs, (cost) => cost[of]);
  return `web ${median("web").toFixed(1)} ms, PostgreSQL ${median("database").toFixed(1)} ms, ${median("transactions").toFixed(1)} transactions`;
}
