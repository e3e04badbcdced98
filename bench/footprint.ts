import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { itemAt, required } from "@/lib/domain/invariant/required";
import { fillExample } from "@/lib/features/example/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { env } from "@/lib/platform/environment/env";
import { openSession } from "@/lib/platform/request/session-store";
import { makeContact } from "@/prisma/factories/contact";
import { makeGrant } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import type { ReadyDatabase } from "@/scripts/start/database";
import { findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import { crawl, openPage } from "./crawl";
import { family, proportionalMegabytes } from "./memory";
import { printLine } from "./report";

const WEB_WORKERS = 2;
/** Jobs begin once a process listens, and what starting left is collected. */
const SETTLE_MS = 15_000;
/** Pages in the life of one web process. */
const MANY = 5_000;
const CONNECTIONS = 4;
/** Readings whose median stands for a moment: a heap swings between two collections. */
const READINGS = 25;

type Start = { path: string; cookie: string };

/** Memory of Amana with all its processes at rest, after each page, and of one web process over thousands of pages. */
export async function measureFootprint(database: ReadyDatabase): Promise<void> {
  const starts = await makeStarts(database.ownerUrl);
  await closeClients();
  await database.release();
  const pages = await measureHouse(starts);
  await measureLife(pages);
}

/** Sums the proportional set of launcher, web processes and PostgreSQL. */
async function measureHouse(starts: readonly Start[]): Promise<readonly Start[]> {
  return withAmana(WEB_WORKERS, async (baseUrl, server) => {
    await sleep(SETTLE_MS);
    printHouse("before the first page", server);
    const targets = starts.map(({ path, cookie }) => ({ url: `${baseUrl}${path}`, cookie }));
    const { pages, shapes } = await crawl(targets, async (target) => {
      const [html] = [await openPage(target), await openPage(target)];
      return html;
    });
    printHouse(`after ${shapes} pages, ${pages.length} addresses, each in both processes`, server);
    await sleep(SETTLE_MS);
    printHouse("the same, a moment later", server);
    return pages.map(({ url, cookie }) => ({ path: url.slice(baseUrl.length), cookie }));
  });
}

/** Follows one web process over thousands of varied pages. */
async function measureLife(pages: readonly Start[]): Promise<void> {
  await withAmana(1, async (baseUrl, server) => {
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const targets = pages.map(({ path, cookie }) => ({ url: `${baseUrl}${path}`, cookie }));
    let opened = 0;
    const openUntil = async (most: number, afterEach = () => {}) => {
      const one = async () => {
        while (opened < most) {
          await openPage(itemAt(targets, opened++ % targets.length), agent);
          afterEach();
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, one));
    };
    for (const mark of [500, 1_000, 2_000, 3_000, 4_000, MANY]) {
      await openUntil(mark - READINGS);
      const readings: number[] = [];
      const largest = () => Math.max(...family(server).map(proportionalMegabytes));
      await openUntil(mark, () => readings.push(largest()));
      readings.sort((a, b) => a - b);
      printLine(`  web process at page ${mark}: ${Math.round(itemAt(readings, readings.length >> 1))} MB`);
    }
    agent.destroy();
  });
}

/** An organisation filled as the example fills it, entered by its owner, a contact of a client and an auditor. */
async function makeStarts(ownerUrl: string): Promise<Start[]> {
  const organisation = await makeOrganisation(ownerUrl);
  valueOf(await fillExample(organisation));
  const contact = await makeContact(organisation);
  const auditor = await makeGrant(organisation);
  const device = { userAgent: "bench", address: "127.0.0.1" };
  const owner = cookieOf(await openSession(organisation.actor.personId, device, new Date()));
  return [
    { path: "/sign-in", cookie: "" },
    { path: "/portal/sign-in", cookie: "" },
    { path: "/audit/sign-in", cookie: "" },
    { path: `/${organisation.slug}`, cookie: owner },
    { path: "/account", cookie: owner },
    { path: "/portal", cookie: cookieOf(contact.token) },
    { path: `/audit/${auditor.actor.grantId}`, cookie: cookieOf(auditor.token) },
  ];
}

function cookieOf(token: string): string {
  return `amana.session=${token}`;
}

async function withAmana<Result>(
  workers: number,
  work: (baseUrl: string, server: number) => Promise<Result>,
): Promise<Result> {
  const amana = launch({
    AMANA_DATA_DIR: env().AMANA_DATA_DIR,
    PORT: String(await findFreePort()),
    WEB_WORKERS: String(workers),
  });
  try {
    const { baseUrl } = await readAnnouncement(amana, { isNew: false });
    return await work(baseUrl, required(amana.pid, "pid of the server"));
  } finally {
    await stop(amana);
  }
}

function printHouse(when: string, server: number): void {
  const postmaster = readFileSync(join(env().AMANA_DATA_DIR, "postgres/postmaster.pid"), "utf8");
  const database = family(Number.parseInt(postmaster, 10), { isDatabase: true });
  const [launcher, ...others] = family(server).map(proportionalMegabytes);
  const sum = (megabytes: readonly number[]) => megabytes.reduce((all, one) => all + one, 0);
  const parts = [launcher ?? 0, ...others].map((megabytes) => Math.round(megabytes));
  const postgres = sum(database.map(proportionalMegabytes));
  printLine(
    `  ${when}: ${Math.round(sum([launcher ?? 0, ...others]) + postgres)} MB, of which launcher and web ${parts.join(", ")}, ` +
      `PostgreSQL ${Math.round(postgres)} in ${database.length} processes`,
  );
}
