import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type BrowserContext, type BrowserContextOptions } from "@playwright/test";
import type { ContactCtx, StaffCtx } from "@/lib/platform/request/context";
import { closeClients } from "@/lib/platform/database/clients";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { openSession } from "@/lib/platform/request/session-store";
import { closeOwnerConnections } from "@/prisma/factories/owner-connection";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { poolContexts, type ContextPool, type PooledContext } from "./contexts";
import { readServer } from "./server";
import { mailTo, type ReceivedMail } from "./mailbox";

export { expect };

const dataDir = join(import.meta.dirname, "../.test/e2e-data");

type WorkerFixtures = {
  /** Database behind the visited server, for factories. */
  database: { ownerUrl: string };
  /** Browser contexts that the tests of a worker use one after another. */
  contexts: ContextPool;
};

type TestFixtures = {
  /** An organisation of this test alone. */
  organisation: MadeOrganisation;
  /** Opens a second, monitored browser context: another person, or one without JavaScript. */
  visitor: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /**
   * Waits for the newest letter to an address; `links` are its addresses. Pass `subject` where somebody gets several.
   * Letters to `@held.example` never leave the outbox (450), those to `@refused.example` fail at once (550).
   */
  mailTo: (address: string, subject?: RegExp) => Promise<ReceivedMail>;
  /** Starts axe with every page: worth its parsing only where nearly every page is checked. */
  hasAxe: boolean;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: [
    async ({ browserName: _ }, give) => {
      const { ownerUrl, secret, release } = await openVisitedDatabase();
      assumeEnvironment({ AMANA_DATA_DIR: dataDir, DATABASE_URL: ownerUrl, AMANA_SECRET: secret });
      await give({ ownerUrl });
      await closeClients();
      await closeOwnerConnections();
      await release();
    },
    { scope: "worker" },
  ],
  contexts: [({ browser }, give) => give(poolContexts(browser)), { scope: "worker" }],
  organisation: async ({ database }, give) => give(await makeOrganisation(database.ownerUrl)),
  hasAxe: [false, { option: true }],
  context: async ({ contexts, baseURL, locale, timezoneId, javaScriptEnabled, hasAxe }, give) => {
    const acquired = await contexts.acquire({
      options: { baseURL, locale, timezoneId, javaScriptEnabled },
      hasAxe,
    });
    await give(acquired.context);
    await releaseAll(contexts, [acquired]);
  },
  visitor: async ({ contexts, baseURL, locale, timezoneId }, give) => {
    const acquired: PooledContext[] = [];
    await give(async (options) => {
      const one = await contexts.acquire({ options: { baseURL, locale, timezoneId, ...options } });
      acquired.push(one);
      return one.context;
    });
    await releaseAll(contexts, acquired);
  },
  mailTo: ({}, give) => give(mailTo),
});

/** Takes contexts back, and fails the test when one of their pages logged or threw an error. */
async function releaseAll(contexts: ContextPool, acquired: PooledContext[]): Promise<void> {
  const faults = acquired.flatMap((one) => one.faults);
  for (const one of acquired) await contexts.release(one);
  expect(faults).toEqual([]);
}

async function openVisitedDatabase() {
  const { database } = readServer();
  if (database) return { ...database, release: async () => {} };
  const opened = await openDatabase(dataDir);
  return { ...opened, secret: readFileSync(join(dataDir, "secret"), "utf8").trim() };
}

/** Signs in a member or a contact without the form, because attempts per address are limited. */
export async function signIn(
  context: BrowserContext,
  { actor }: Pick<StaffCtx | ContactCtx, "actor">,
): Promise<void> {
  const device = { userAgent: "tests", address: "127.0.0.1" };
  const value = await openSession(actor.personId, device, new Date());
  await context.addCookies([{ name: SESSION_COOKIE, value, url: readServer().baseUrl }]);
}

/** Cookie name over plain HTTP on loopback. */
export const SESSION_COOKIE = "amana.session";
