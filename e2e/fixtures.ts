import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type BrowserContext, type BrowserContextOptions } from "@playwright/test";
import type { ContactCtx, StaffCtx } from "@/lib/platform/request/context";
import { closeClients } from "@/lib/platform/database/clients";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { openSession } from "@/lib/platform/request/session-store";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { readServer } from "./server";
import { mailTo, type ReceivedMail } from "./mailbox";
import { watchFaults } from "./faults";
import { waitForScripts } from "./scripted";

export { expect };

const dataDir = join(import.meta.dirname, "../.test/e2e-data");

type WorkerFixtures = {
  /** Database behind the visited server, for factories. */
  database: { ownerUrl: string };
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
  /** Fails the test when a page logs or throws an error. */
  faults: void;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: [
    async ({ browserName: _ }, give) => {
      const { ownerUrl, secret, release } = await openVisitedDatabase();
      assumeEnvironment({ AMANA_DATA_DIR: dataDir, DATABASE_URL: ownerUrl, AMANA_SECRET: secret });
      await give({ ownerUrl });
      await closeClients();
      await release();
    },
    { scope: "worker" },
  ],
  organisation: async ({ database }, give) => give(await makeOrganisation(database.ownerUrl)),
  context: ({ context, javaScriptEnabled }, give) =>
    give(javaScriptEnabled === false ? context : waitForScripts(context)),
  visitor: async ({ browser, baseURL, locale, timezoneId }, give) => {
    const contexts: [BrowserContext, string[]][] = [];
    await give(async (options) => {
      const context = await browser.newContext({ baseURL, locale, timezoneId, ...options });
      contexts.push([context, watchFaults(context)]);
      return options?.javaScriptEnabled === false ? context : waitForScripts(context);
    });
    for (const [context, faults] of contexts) {
      await context.close();
      expect(faults).toEqual([]);
    }
  },
  mailTo: ({}, give) => give(mailTo),
  faults: [
    async ({ context }, give) => {
      const faults = watchFaults(context);
      await give();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

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
