import { describe, expect, it } from "vitest";
import { done } from "@/lib/domain/outcome/outcome";
import { DAILY_AT } from "@/lib/domain/notification/delivery";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { instantAt, todayIn } from "@/lib/domain/time/zones";
import { readAllNotifications } from "@/lib/features/notification/write/mutations";
import { removeMember } from "@/lib/features/member/write/mutations";
import { composeLetter } from "@/lib/i18n/letter";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { objectToSignatory } from "@/lib/features/signatory-objection/write/object";
import { makeContact } from "@/prisma/factories/contact";
import { makeMember } from "@/prisma/factories/member";
import { chooseDelivery, chooseKinds } from "@/prisma/factories/notification";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { makeLetter } from "@/prisma/factories/outbox";
import { mailNotifications } from "./mail";

const database = await openDatabase();
const MINUTE = 60_000;
const HOME = "Africa/Casablanca";

async function begin() {
  const owner = await makeOrganisation(database.ownerUrl);
  const dpo = await makeMember(owner, "dpo", undefined, "Claire Martin");
  await chooseKinds(dpo);
  const { id: controllerId } = await makeController(owner, { legalName: "Orvelle" });
  const receive = () => makeRightsRequest(owner, { controllerId });
  /** Runs the job at an instant, now unless stated. */
  const run = async (at = Date.now()) =>
    valueOf(await mailNotifications(jobContext("contract-reminder", owner.scope.org, new Date(at))));
  return { owner, dpo, controllerId, receive, run };
}

/** Eight o'clock of the day that is so many days ahead. */
const eightIn = (days: number) => instantAt(HOME, addDaysToDay(todayIn(HOME, Date.now()), days), DAILY_AT);

const lettersOf = (ctx: MadeOrganisation) =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({
      where: { template: { startsWith: "notification-" } },
      orderBy: { id: "asc" },
      select: { template: true, toAddress: true, params: true, locale: true },
    }),
  );

describe("letters of notifications", () => {
  it("tell at once what comes after the choice, each once, to whoever chose it", async () => {
    const { owner, dpo, receive, run } = await begin();
    await receive();
    await chooseDelivery(dpo, { request: "immediate" });
    expect(await run()).toBe(0);
    await receive();
    await receive();
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    await receive();
    // Two processes in the same minute.
    const [one, other] = await Promise.all([run(), run()]);
    expect(one + other).toBe(1);
    const letters = await lettersOf(owner);
    expect(letters.map(({ template, params }) => [template, (params as { count: string }).count])).toEqual([
      ["notification-immediate", "2"],
      ["notification-immediate", "1"],
    ]);
    expect(letters.map(({ toAddress }) => toAddress)).toEqual([dpo.email, dpo.email]);
  });

  it("tell daily at eight, and nothing on a day without news", async () => {
    const { owner, dpo, receive, run } = await begin();
    await chooseDelivery(dpo, { request: "daily" });
    await receive();
    expect(await run(eightIn(1) - MINUTE)).toBe(0);
    expect(await run(eightIn(1))).toBe(1);
    expect(await run(eightIn(1) + MINUTE)).toBe(0);
    await receive();
    expect(await run(eightIn(2) - MINUTE)).toBe(0);
    expect(await run(eightIn(2))).toBe(1);
    expect(await run(eightIn(3))).toBe(0);
    const [first] = await lettersOf(owner);
    const letter = await composeLetter({
      ...first!,
      params: first!.params as Record<string, string>,
      secrets: null,
      organisation: null,
    });
    expect(letter.paragraphs.join("\n")).toContain(owner.actor.name);
  });

  it("lose nothing that waits where another kind is chosen otherwise meanwhile", async () => {
    const { dpo, receive, run } = await begin();
    await chooseDelivery(dpo, { request: "daily" });
    await receive();
    await chooseDelivery(dpo, { breach: "daily", request: "daily" });
    expect(await run(eightIn(1))).toBe(1);
  });

  it("are silent about what was read, hidden, or is no longer chosen", async () => {
    const { owner, dpo, receive, run } = await begin();
    await chooseDelivery(dpo, { request: "immediate" });
    await receive();
    valueOf(await readAllNotifications(dpo, { upTo: Number.MAX_SAFE_INTEGER }));
    expect(await run()).toBe(0);
    for (const delivery of ["none", "shown"] as const) {
      await chooseDelivery(dpo, { request: "immediate" });
      await receive();
      await chooseDelivery(dpo, { request: delivery });
      expect(await run()).toBe(0);
    }
    expect(await lettersOf(owner)).toEqual([]);
  });

  it("do not repeat what a letter of the act itself told", async () => {
    const { owner, dpo, controllerId, run } = await begin();
    const { actor } = await makeContact(owner, { controllerId });
    const other = await makeContact(owner, { controllerId, name: "Luc Ferrand" });
    await chooseDelivery(dpo, { signatory: "immediate" });
    const object = (now: Date) =>
      objectToSignatory({ ...other, now }, { id: actor.contactId, reason: "A quitté la société" });
    valueOf(await object(new Date()));
    expect(await run()).toBe(0);
  });

  it("do not tell by a letter that such a letter did not arrive", async () => {
    const { owner, dpo, receive, run } = await begin();
    await chooseDelivery(dpo, { request: "immediate", letter: "immediate" });
    await receive();
    expect(await run()).toBe(1);
    const fail = async (template: string) => {
      const where = { template };
      const { id } = await withOrg(owner.scope, (tx) => tx.outboxMail.findFirstOrThrow({ where }));
      const job = jobContext("mail-delivery", owner.scope.org, new Date());
      await write(withoutRight(job), async (_tx, journal) => {
        journal.note({ event: "mail.given-up", subject: { noun: "mail", id } });
        return done(null);
      });
    };
    await fail("notification-immediate");
    expect(await run()).toBe(0);
    await makeLetter(owner, { template: "password-reset" });
    await fail("password-reset");
    expect(await run()).toBe(1);
  });

  it("go to no member who left, and are written by the job alone", async () => {
    const { owner, dpo, receive, run } = await begin();
    await chooseDelivery(dpo, { request: "immediate" });
    await receive();
    expect(await mailNotifications(owner)).toMatchObject({ refusal: { kind: "forbidden" } });
    valueOf(await removeMember(owner, { id: dpo.actor.memberId, reason: "Départ" }));
    expect(await run()).toBe(0);
  });
});
