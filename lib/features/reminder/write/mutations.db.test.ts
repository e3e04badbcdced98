import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveRequest } from "@/lib/features/authorisation/write/mutations";
import { endContact } from "@/lib/features/contact/write/mutations";
import { moveContract } from "@/lib/features/contract/write/mutations";
import { composeLetter } from "@/lib/i18n/letter";
import { authClient, closeClients } from "@/lib/platform/database/clients";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAgreed, makeRequest, moveInput } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce, fillSection } from "@/prisma/factories/contract";
import { makeMeasure } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeWholeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { remindOfObligations } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-06-01T10:00:00Z"));
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const remind = async (day: string, org = ctx.scope.org) =>
  valueOf(await remindOfObligations(jobContext("contract-reminder", org, new Date(`${day}T08:00:00Z`))));
/** Letters of some templates that a run on a day queued. */
const remindOf = async (day: string, template: string) => {
  const where = { template: { startsWith: template } };
  const count = () => withOrg(ctx.scope, (tx) => tx.outboxMail.count({ where }));
  const before = await count();
  await remind(day);
  return (await count()) - before;
};
const letters = () =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({
      where: { template: { startsWith: "contract-" } },
      orderBy: { createdAt: "asc" },
    }),
  );

describe("reminders of contracts", () => {
  it("tells each reader once of each threshold, in words that keep a renewal from an end", async () => {
    const contract = await makeContractInForce(ctx, { reference: "ORV-1" }, "2026-01-05");
    const term = { endsOn: "2026-12-31", renewal: "tacit", renewalMonths: "12", noticeCount: "1" };
    await fillSection(ctx, contract, "term", term);

    expect(await remind("2026-08-01")).toBe(0);
    // Ninety days before the window for notice closes, on 30 November.
    expect(await remind("2026-09-01")).toBe(1);
    expect(await remind("2026-09-01")).toBe(0);
    await Promise.allSettled([remind("2026-10-02"), remind("2026-10-02")]);
    expect(await remind("2026-12-31")).toBe(1);
    const sent = await letters();
    expect(sent.map(({ template }) => template)).toEqual([
      "contract-notice",
      "contract-renewal",
      "contract-renews-tomorrow",
    ]);
    expect(sent[0]).toMatchObject({
      toAddress: ctx.email,
      locale: "fr",
      params: { reference: "ORV-1", day: "30\u00a0novembre\u00a02026", days: "90" },
    });
    const journal = await withOrg(ctx.scope, (tx) =>
      tx.journalText.count({ where: { event: "contract.reminded", subjectId: contract.id } }),
    );
    expect(journal).toBe(3);
  });

  it("tells that a term has passed, and nothing more once its end is recorded", async () => {
    const contract = await makeContractInForce(ctx, {}, "2026-01-05");
    const stated = await fillSection(ctx, contract, "term", { endsOn: "2026-07-31" });
    expect(await remind("2026-08-01")).toBe(1);
    expect((await letters()).map(({ template }) => template)).toContain("contract-expired");
    const now = new Date("2026-08-02T08:00:00Z");
    const end = { id: contract.id, version: stated.version, event: "end", on: "2026-08-01", reason: "Échu" };
    valueOf(await moveContract({ ...ctx, now }, { ...end, event: "end" as const }));
    expect(await remind("2026-08-03")).toBe(0);
  });

  it("is the job's alone, and reads no other organisation", async () => {
    expect(await remindOfObligations(ctx)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await remind("2026-12-31", foreign.scope.org)).toBe(0);
  });
});

describe("reminders of reviews", () => {
  it("tell each reader once of a threshold, and nothing of a transfer that was stopped", async () => {
    const transfer = await makeWholeTransfer(ctx);
    await stepTransfer(ctx, await makeWholeTransfer(ctx), "suspend");
    expect(await remindOf("2026-12-10", "transfer-review")).toBe(0);
    expect(await remindOf("2026-12-12", "transfer-review")).toBe(1);
    expect(await remindOf("2026-12-12", "")).toBe(0);
    const [letter] = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({ where: { template: "transfer-review" } }),
    );
    expect(letter).toMatchObject({
      toAddress: ctx.email,
      params: { reference: transfer.reference, day: "10\u00a0janvier\u00a02027" },
    });
  });
});

describe("reminders of answers", () => {
  it("recall an answer to the stewards and to the contact, then tell the stewards of the silence", async () => {
    const sent = await makeRequest(ctx, { terms: { objectionDays: "10" } });
    valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
    const remindOn = (day: string) => remindOf(day, "authorisation-");
    // Received on 1 June: its last day is the 11th.
    expect(await remindOn("2026-06-03")).toBe(0);
    expect(await remindOn("2026-06-04")).toBe(2);
    expect(await remindOn("2026-06-05")).toBe(0);
    await Promise.allSettled([remind("2026-06-08"), remind("2026-06-08")]);
    expect(await remindOn("2026-06-12")).toBe(1);
    expect(await remindOn("2026-06-13")).toBe(0);
    const notified = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({
        where: { template: { in: ["authorisation-due", "authorisation-reminder", "authorisation-expired"] } },
        orderBy: [{ createdAt: "asc" }, { template: "asc" }],
      }),
    );
    expect(notified.map(({ template, toAddress }) => [template, toAddress])).toEqual([
      ["authorisation-due", ctx.email],
      ["authorisation-reminder", "contact@orvelle.example"],
      ["authorisation-due", ctx.email],
      ["authorisation-reminder", "contact@orvelle.example"],
      ["authorisation-expired", ctx.email],
    ]);
    const reminded = { event: "authorisation.reminded", subjectId: sent.id };
    expect(await withOrg(ctx.scope, (tx) => tx.journalText.count({ where: reminded }))).toBe(3);
  });

  it("write to whoever stands in the place of a contact whose access has ended", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "accueil@orvelle.example" });
    const contact = await makeContact(ctx, { controllerId });
    await makeAgreed(ctx, { objectionDays: "10" }, controllerId);
    const sent = await makeRequest(ctx, { controllerId });
    valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
    valueOf(await endContact(ctx, { id: contact.actor.contactId, reason: "A quitté la société" }));
    await remind("2026-06-10");
    const letters = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({ where: { template: "authorisation-reminder" } }),
    );
    const toThem = letters.filter(({ dedupeKey }) => dedupeKey?.includes(sent.id));
    expect(toThem.map(({ toAddress }) => toAddress)).toEqual(["accueil@orvelle.example"]);
  });

  it("recall nothing of a controller that was archived, nor about a sub-processor that left the list", async () => {
    const own = await makeOrganisation(database.ownerUrl, undefined, ctx.now);
    const asked = await makeSubProcessor(own);
    const ask = async (controllerId: string, subProcessorId: string) => {
      const sent = await makeRequest(own, { controllerId, subProcessorId });
      return valueOf(await moveRequest(own, moveInput(own, sent, "receive")));
    };
    const [served, left] = [await makeController(own), await makeController(own)];
    for (const { id } of [served, left]) await makeAgreed(own, { objectionDays: "10" }, id);
    const ended = await makeSubProcessor(own);
    const stored = await ask(served.id, asked.id);
    for (const [controller, about] of [
      [left, asked],
      [served, ended],
    ] as const)
      await ask(controller.id, about.id);
    await withOrg(own.scope, async (tx) => {
      await tx.controller.update({ where: { id: left.id }, data: { archivedAt: own.now } });
      await tx.subProcessor.update({ where: { id: ended.id }, data: { state: "ended" } });
    });
    expect(await remind("2026-06-10", own.scope.org)).toBe(2);
    const reminded = await withOrg(own.scope, (tx) =>
      tx.journalText.findMany({ where: { event: "authorisation.reminded" }, select: { subjectId: true } }),
    );
    expect(reminded).toEqual([{ subjectId: stored.id }]);
  });
});

describe("a reader's own choice", () => {
  const make = () => makeOrganisation(database.ownerUrl, undefined, new Date("2026-06-01T10:00:00Z"));
  const choose = (own: MadeOrganisation, data: Record<string, unknown>) =>
    authClient().person.update({ where: { id: own.actor.personId }, data });
  const lettersOf = (own: MadeOrganisation) =>
    withOrg(own.scope, (tx) =>
      tx.outboxMail.findMany({
        where: { dedupeKey: { startsWith: "reminder " } },
        orderBy: { createdAt: "asc" },
      }),
    );
  const addReview = (own: MadeOrganisation, title: string, reviewOn = "2026-09") =>
    makeMeasure(own, { title, reviewOn });

  it("is one letter a day in their language, and none on a day without news", async () => {
    const own = await make();
    await choose(own, { reminderChannel: "digest", locale: "ar" });
    await addReview(own, "Cloisonnement");
    await addReview(own, "Chiffrement");
    expect(await remind("2026-08-31", own.scope.org)).toBe(1);
    await addReview(own, "Journalisation");
    expect(await remind("2026-08-31", own.scope.org)).toBe(0);
    expect(await remind("2026-09-01", own.scope.org)).toBe(1);
    expect(await remind("2026-09-02", own.scope.org)).toBe(0);
    const sent = await lettersOf(own);
    expect(
      sent.map(({ template, locale, params }) => [template, locale, (params as { count: string }).count]),
    ).toEqual([
      ["obligation-digest", "ar", "2"],
      ["obligation-digest", "ar", "1"],
    ]);
    const { params, template, locale } = sent[0]!;
    const secrets = { link: "https://amana.example/x" };
    const letter = await composeLetter({
      ...{ template, locale, secrets, organisation: null },
      params: params as Record<string, string>,
    });
    expect(letter.paragraphs.filter((line) => line.startsWith("–"))).toEqual([
      expect.stringContaining("M-001 · Cloisonnement"),
      expect.stringContaining("M-002 · Chiffrement"),
    ]);
  });

  it("is silence, or days of their own", async () => {
    const own = await make();
    await addReview(own, "Cloisonnement");
    await choose(own, { reminderChannel: "none" });
    expect(await remind("2026-09-30", own.scope.org)).toBe(0);
    await choose(own, { reminderChannel: "mail", reminderLeads: [5] });
    expect(await remind("2026-09-24", own.scope.org)).toBe(0);
    expect(await remind("2026-09-25", own.scope.org)).toBe(1);
    expect(await remind("2026-09-30", own.scope.org)).toBe(0);
    expect(await lettersOf(own)).toMatchObject([
      { template: "obligation-due", params: { what: "Revoir la mesure", controller: "EMPTY" } },
    ]);
  });

  it("does not bring a flood after a long stop: one letter holds what came due", async () => {
    const own = await make();
    for (let count = 0; count < 12; count += 1) await addReview(own, `Mesure ${count}`);
    expect(await remind("2027-03-01", own.scope.org)).toBe(1);
    expect(await remind("2027-03-02", own.scope.org)).toBe(0);
    expect(await lettersOf(own)).toMatchObject([{ template: "obligation-digest", params: { count: "12" } }]);
  });

  it("is told to nobody else's organisation, and to no member who left", async () => {
    const own = await make();
    await addReview(own, "Cloisonnement");
    expect(await remind("2026-09-30", foreign.scope.org)).toBe(0);
    await withOrg(own.scope, (tx) => tx.member.updateMany({ data: { endedAt: own.now } }));
    expect(await remind("2026-09-30", own.scope.org)).toBe(0);
  });
});

describe("the migration", () => {
  it("holds what was told under the keys of letters as told", async () => {
    const own = await makeOrganisation(database.ownerUrl, undefined, ctx.now);
    const row = "0192f3a0-0000-7000-8000-000000000001";
    const keys = [
      `contract-reminder ${row} notice 2026-11-30 90 reader`,
      `contract-reminder ${row} expired 2026-12-31 0 reader`,
      `transfer-review ${row} 2027-01-10 30 reader`,
      `authorisation-reminder ${row} answer 2026-06-11 7 contact`,
      `authorisation ${row} sent`,
    ];
    for (const dedupeKey of keys) {
      const { id } = await makeLetter(own);
      await withOrg(own.scope, (tx) => tx.outboxMail.update({ where: { id }, data: { dedupeKey } }));
    }
    const migration = readFileSync("prisma/migrations/20261130300000_reminder/migration.sql", "utf8");
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const [from, to] = [
      migration.indexOf("ALTER TABLE outbox_mail NO"),
      migration.indexOf("SELECT amana_bind"),
    ];
    await owner.query(`ALTER TABLE reminder NO FORCE ROW LEVEL SECURITY; ${migration.slice(from, to)}
      ALTER TABLE reminder FORCE ROW LEVEL SECURITY`);
    await owner.end();
    const planned = await withOrg(own.scope, (tx) =>
      tx.reminder.findMany({ orderBy: { obligation: "asc" } }),
    );
    expect(planned.map(({ obligation, due, stage, readerId }) => [obligation, due, stage, readerId])).toEqual(
      [
        [`authorisation.answer ${row}`, "2026-06-11", 7, "contact"],
        [`contract.expired ${row}`, "2026-12-31", -1, "reader"],
        [`contract.notice ${row}`, "2026-11-30", 90, "reader"],
        [`transfer.review ${row}`, "2027-01-10", 30, "reader"],
      ],
    );
  });
});
