import { describe, expect, it } from "vitest";
import { composeLetter } from "@/lib/i18n/letter";
import { authClient } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMeasure } from "@/prisma/factories/measure";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { database, foreign, remind, prepareDatabase } from "./mutations.fixture";

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
      template,
      locale,
      secrets,
      organisation: null,
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
