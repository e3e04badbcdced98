import { readFileSync } from "node:fs";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { composeLetter } from "@/lib/i18n/letter";
import { authClient } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMeasure } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { database, ctx, foreign, remind, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

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
