import { afterAll, beforeAll, expect, it } from "vitest";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { readerFor } from "@/lib/platform/read/reader";
import { withOrg } from "@/lib/platform/database/transaction";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { makeController, makeOwnRecord, makeRecord } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";
import { countNavItems } from "./queries";

let database: FreshDatabase;
let own: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

it("counts each register and the controllers that are not archived, of one organisation alone", async () => {
  const { id } = await makeController(own);
  for (const controller of [id, id, (await makeController(own)).id]) {
    await makeRecord(own, { controllerId: controller });
  }
  await makeOwnRecord(own);
  await withOrg(own.scope, (tx) => tx.controller.update({ where: { id }, data: { archivedAt: own.now } }));
  const empty = {
    records: 0,
    ownRecords: 0,
    controllers: 0,
    subProcessors: 0,
    threads: 0,
    awaited: 0,
    waitingLetters: 0,
    failedLetters: 0,
    isExample: false,
  };
  expect(await countNavItems(readerFor(foreign.scope), foreign.now)).toEqual(empty);
  expect(await countNavItems(readerFor(own.scope), own.now)).toEqual({
    ...empty,
    records: 3,
    ownRecords: 1,
    controllers: 1,
    subProcessors: 0,
  });
});

it("counts the answers that are awaited: of no archived controller, about nobody who left the list", async () => {
  const asked = await makeOrganisation(database.ownerUrl);
  const [listed, ended] = [await makeSubProcessor(asked), await makeSubProcessor(asked)];
  const [served, left] = [await makeController(asked), await makeController(asked)];
  // Received on Monday 2 November with five days: ends on Saturday the 7th, usable after Monday the 9th.
  const notified = { state: "notified", regime: "general", days: 5, at: "2026-11-02T09:00:00Z" } as const;
  await insertAuthorisation(asked, { controllerId: served.id, subProcessor: listed, ...notified });
  await insertAuthorisation(asked, { controllerId: left.id, subProcessor: listed, ...notified });
  await insertAuthorisation(asked, { controllerId: served.id, subProcessor: ended, ...notified });
  await withOrg(asked.scope, async (tx) => {
    await tx.controller.update({ where: { id: left.id }, data: { archivedAt: asked.now } });
    await tx.subProcessor.update({ where: { id: ended.id }, data: { state: "ended" } });
  });
  const awaitedAt = (instant: string) =>
    countNavItems(readerFor(asked.scope), new Date(instant)).then(({ awaited }) => awaited);
  expect(await awaitedAt("2026-11-05T09:00:00Z")).toBe(1);
  expect(await awaitedAt("2026-11-08T09:00:00Z")).toBe(1);
  expect(await awaitedAt("2026-11-09T23:00:00Z")).toBe(0);
});

it("counts the letters that wait, at once without a mail server, and those that did not arrive of late", async () => {
  const sender = await makeOrganisation(database.ownerUrl);
  const now = new Date(sender.now.getTime() + 30_000);
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  for (const [state, closedAt] of [
    ["queued", null],
    ["accepted", daysAgo(1)],
    ["delivered", daysAgo(1)],
    ["cancelled", daysAgo(1)],
    ["refused", daysAgo(1)],
    ["bounced", daysAgo(13)],
    ["given-up", daysAgo(15)],
  ] as const) {
    const { id } = await makeLetter(sender);
    await withOrg(sender.scope, (tx) => tx.outboxMail.update({ where: { id }, data: { state, closedAt } }));
  }
  const lettersAt = async (at: Date, scope = sender.scope) => {
    const { waitingLetters, failedLetters } = await countNavItems(readerFor(scope), at);
    return [waitingLetters, failedLetters];
  };
  expect(await lettersAt(now)).toEqual([1, 2]);
  expect(await lettersAt(now, own.scope)).toEqual([0, 0]);
  assumeEnvironment({ SMTP_URL: "smtp://mail.example", MAIL_FROM: "dpo@centre.example" });
  expect(await lettersAt(now)).toEqual([0, 2]);
  expect(await lettersAt(new Date(now.getTime() + 60_000))).toEqual([1, 2]);
  assumeEnvironment({ SMTP_URL: "", MAIL_FROM: "" });
});

it("says that an organisation is filled with the example, and not its neighbour", async () => {
  await withOrg(foreign.scope, (tx) =>
    tx.exampleRow.create({
      data: {
        orgId: foreign.scope.org,
        noun: "controller",
        subjectId: crypto.randomUUID(),
        createdAt: foreign.now,
      },
    }),
  );
  expect((await countNavItems(readerFor(foreign.scope), foreign.now)).isExample).toBe(true);
  expect((await countNavItems(readerFor(own.scope), own.now)).isExample).toBe(false);
});
