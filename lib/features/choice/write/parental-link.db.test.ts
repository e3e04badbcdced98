import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { required } from "@/lib/domain/invariant/required";
import { findAuthorisations } from "@/lib/features/choice/read/authorisations";
import { findPermissions } from "@/lib/features/choice/read/permissions";
import { findChoicesOf } from "@/lib/features/choice/read/queries";
import { authorisationRequestSchema, type ParentalAnswer } from "@/lib/features/choice/schema";
import { askedOfParent } from "@/lib/features/choice/read/parental-link";
import { parentalToken } from "@/lib/features/choice/read/parental-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { openSecrets } from "@/lib/features/outbox/read/queries";
import { openParentalLink, scopeOfToken } from "@/lib/platform/request/link-scope";
import { makeAgreement, makeChoice, makeListCheck, makeParentalRequest } from "@/prisma/factories/choice";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { openDatabase } from "@/scripts/test/open-database";
import { askAuthorisation } from "./authorise";
import { eraseDueParents } from "./erase-parents";
import { answerForChild } from "./parental-answer";

const DAY = 86_400_000;
const database = await openDatabase();
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date("2026-11-28T09:00:00Z") };
const { id: controllerId } = await makeController(ctx);
const stranger = new Client({ connectionString: database.publicUrl });
await stranger.connect();
afterAll(() => stranger.end());

const later = (days: number) => new Date(ctx.now.getTime() + days * DAY);
const answer = async (token: string, given: ParentalAnswer["answer"], days: number) => {
  const link = required(await openParentalLink(token), "link");
  return answerForChild({ ...link, now: later(days) }, { answer: given, language: "fr" });
};
const stateOf = (choiceId: string, days: number) =>
  withOrg(ctx.scope, async (tx) => {
    const found = await findAuthorisations(tx, [choiceId], later(days).getTime());
    return found.map(({ state }) => state);
  });
/** Verdict and reason of the look-up, about mail. */
const lookUp = (person: string, days: number) =>
  withOrg(ctx.scope, async (tx) => {
    const asked = {
      org: ctx.scope.org,
      keys: [person],
      territory: "none" as const,
      now: later(days).getTime(),
    };
    const { permissions } = await findPermissions(tx, { ...asked, rows: await findChoicesOf(tx, person) });
    return permissions.map(({ verdict, reasons }) => [
      verdict,
      ...reasons.map((one) => "reason" in one && one.reason),
    ]);
  });
const checked = async (number: string, days: number) => {
  const at = { ...ctx, now: later(days) };
  const asked = { controllerId, act: "mail", day: at.now.toISOString().slice(0, 10), lines: [number] };
  const id = await makeListCheck(at, asked);
  const row = await withOrg(ctx.scope, (tx) => tx.choiceCheck.findUniqueOrThrow({ where: { id } }));
  return row.answers;
};

describe("a parent who is asked", () => {
  it("authorises through the link and withdraws, and look-up and list answer by it at once", async () => {
    const number = "06 44 55 66 01";
    const { id, person, token } = await makeParentalRequest(ctx, { controllerId, number });
    expect(await stateOf(id, 0)).toEqual(["to-send"]);
    expect(await lookUp(person, 0.1)).toEqual([["doubtful", "awaiting"]]);
    expect(await checked(number, 0.1)).toEqual({ awaiting: 1 });
    valueOf(await answer(token, "authorise", 1));
    expect(await stateOf(id, 1)).toEqual(["confirmed"]);
    expect(await lookUp(person, 1.1)).toEqual([["allowed", "agreed"]]);
    expect(await checked(number, 1.1)).toEqual({ agreed: 1 });
    expect(await answer(token, "decline", 2)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await answer(token, "withdraw", 3));
    expect(await stateOf(id, 3)).toEqual(["withdrawn"]);
    expect(await lookUp(person, 3.1)).toEqual([["refused", "withdrawn"]]);
    expect(await checked(number, 3.1)).toEqual({ withdrawn: 1 });
    expect(await answer(token, "authorise", 4)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("has a receipt with the link to withdraw once they authorised, and none for declining or withdrawing", async () => {
    const letters = (email: string) =>
      withOrg(ctx.scope, async (tx) => {
        const rows = await tx.outboxMail.findMany({
          where: { template: "parental-consent-recorded" },
          select: { toAddress: true, sealed: true, state: true },
        });
        return rows.flatMap(({ sealed, ...row }) => {
          const secrets = sealed ? openSecrets({ sealed }) : {};
          return secrets["recipient"] === email ? [{ ...row, link: secrets["link"] }] : [];
        });
      });
    const [given, declined] = ["giver@exemple.test", "decliner@exemple.test"];
    const one = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 21", email: given });
    const other = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 22", email: declined });
    expect(await letters(given)).toEqual([]);
    valueOf(await answer(one.token, "authorise", 1));
    valueOf(await answer(other.token, "decline", 1));
    const [receipt, ...more] = await letters(given);
    expect(receipt).toMatchObject({ toAddress: "", state: "queued" });
    expect(receipt?.link).toContain(one.token);
    expect(more).toEqual([]);
    valueOf(await answer(one.token, "withdraw", 2));
    expect(await letters(given)).toHaveLength(1);
    expect(await letters(declined)).toEqual([]);
  });

  it("is written to at the address, in their language, with the link among the secrets", async () => {
    const email = "vater@exemple.test";
    const { id, token } = await makeParentalRequest(ctx, {
      controllerId,
      number: "06 44 55 66 02",
      email,
      language: "ar",
    });
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({ where: { template: "parental-consent-asked", locale: "ar" } }),
    );
    expect(letter.toAddress).toBe("");
    expect(openSecrets(letter)).toMatchObject({
      recipient: email,
      link: expect.stringContaining(`/parents/${token}`),
    });
    await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.updateMany({
        where: { id: letter.id },
        data: { state: "accepted", acceptedAt: ctx.now },
      }),
    );
    expect(await stateOf(id, 0)).toEqual(["sent"]);
    await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.updateMany({ where: { id: letter.id }, data: { state: "bounced", closedAt: ctx.now } }),
    );
    expect(await stateOf(id, 0)).toEqual(["returned"]);
  });

  it("may decline, and answers no more once the time is over or a later link asks", async () => {
    const declined = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 03" });
    valueOf(await answer(declined.token, "decline", 1));
    expect(await stateOf(declined.id, 1)).toEqual(["declined"]);
    expect(await lookUp(declined.person, 1.1)).toEqual([["refused", "refused"]]);

    const late = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 04" });
    expect(await answer(late.token, "authorise", 31)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await stateOf(late.id, 31)).toEqual(["unanswered"]);

    const wrong = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 05" });
    const again = authorisationRequestSchema.parse({
      choiceId: wrong.id,
      parent: "Une mère",
      power: "parent",
      country: "FR",
      born: "2015-05-10",
      risk: "low",
      email: "autre@exemple.test",
      isSecond: "on",
    });
    valueOf(await askAuthorisation({ ...ctx, now: later(1) }, again));
    expect(await stateOf(wrong.id, 1)).toEqual(["to-send", "replaced"]);
    expect(await answer(wrong.token, "authorise", 2)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("is asked beside another only where that is confirmed, and still refuses", async () => {
    const first = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 31" });
    const ask = (changes: object, days = 0.1) =>
      askAuthorisation(
        { ...ctx, now: later(days) },
        authorisationRequestSchema.parse({
          choiceId: first.id,
          parent: "Un père",
          power: "parent",
          country: "FR",
          born: "2015-05-10",
          risk: "low",
          email: "pere@exemple.test",
          ...changes,
        }),
      );
    expect(await ask({})).toMatchObject({
      refusal: {
        issues: [
          {
            path: "isSecond",
            key: "choice.authorisation.askedAlready",
            params: { author: expect.any(String) },
          },
        ],
      },
    });
    expect(await stateOf(first.id, 0.1)).toEqual(["to-send"]);
    valueOf(await ask({ isSecond: "on" }));
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({
        where: { event: "choice.authorisation-asked" },
        orderBy: { seq: "desc" },
      }),
    );
    expect(entry?.text).toContain(`"isSecond":true`);
    expect(await answer(first.token, "authorise", 1)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await answer(first.token, "decline", 1));
    expect(await stateOf(first.id, 1)).toEqual(["over", "declined"]);
    expect(await lookUp(first.person, 1.1)).toEqual([["refused", "refused"]]);
  });

  it("refuses what another authorised meanwhile", async () => {
    const first = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 32" });
    const stated = {
      choiceId: first.id,
      parent: "Un père",
      power: "parent",
      country: "FR",
      born: "2015-05-10",
      risk: "low",
      email: "pere@exemple.test",
      isSecond: "on",
    };
    valueOf(await askAuthorisation({ ...ctx, now: later(0.1) }, authorisationRequestSchema.parse(stated)));
    const [second] = await withOrg(ctx.scope, (tx) =>
      tx.parentalPerson.findMany({
        where: { consent: { choiceId: first.id } },
        orderBy: { id: "desc" },
        take: 1,
        select: { id: true },
      }),
    );
    valueOf(await answer(parentalToken(required(second, "second").id), "authorise", 1));
    expect(await lookUp(first.person, 1.1)).toEqual([["allowed", "agreed"]]);
    valueOf(await answer(first.token, "decline", 2));
    expect(await lookUp(first.person, 2.1)).toEqual([["refused", "withdrawn"]]);
    const again = await askAuthorisation({ ...ctx, now: later(3) }, authorisationRequestSchema.parse(stated));
    expect(again).toMatchObject({ refusal: { issues: [{ key: "choice.authorisation.over" }] } });
  });

  it.each<[object, string, string]>([
    [{ risk: "high" }, "risk", "choice.authorisation.askRisk"],
    [{ born: "2010-01-01" }, "born", "choice.authorisation.notNeeded"],
    [{ born: "2027-01-01" }, "born", "dateAhead"],
    [{ country: "MA" }, "country", "choice.authorisation.outside"],
  ])("is not asked for nothing: %o", async (stated, path, key) => {
    const { id } = await makeAgreement(ctx, { controllerId, number: "06 44 55 66 06" });
    const input = authorisationRequestSchema.parse({
      choiceId: id,
      parent: "Une mère",
      power: "parent",
      country: "FR",
      born: "2015-05-10",
      risk: "low",
      email: "mere@exemple.test",
      ...stated,
    });
    expect(await askAuthorisation(ctx, input)).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });

  it("asks nothing of what the child withdrew, and does not override it", async () => {
    const number = "06 44 55 66 07";
    const { id, person, token } = await makeParentalRequest(ctx, { controllerId, number });
    const stated = { outcome: "withdrawn", on: "2026-11-29", time: "10:00", act: "mail" };
    await makeChoice({ ...ctx, now: later(2) }, { controllerId, number, ...stated });
    expect(await stateOf(id, 2)).toEqual(["over"]);
    expect(await answer(token, "authorise", 2)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await lookUp(person, 2.1)).toEqual([["refused", "withdrawn"]]);
  });
});

describe("the people of an authorisation", () => {
  it("are erased thirty days after it is over, and facts, choices and digest stay", async () => {
    const { id, token } = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 08" });
    valueOf(await answer(token, "authorise", 1));
    valueOf(await answer(token, "withdraw", 2));
    const erase = (days: number) =>
      eraseDueParents(
        jobContext("request-erasure", ctx.scope.org, later(days)),
        new AbortController().signal,
      );
    const peopleOf = () =>
      withOrg(ctx.scope, (tx) =>
        tx.parentalPerson.findFirstOrThrow({
          where: { consent: { choiceId: id } },
          include: { consent: true },
        }),
      );
    await erase(32);
    expect((await peopleOf()).peopleSealed).not.toBeNull();
    expect(await erase(34)).toBeGreaterThan(0);
    const erased = await peopleOf();
    expect(erased).toMatchObject({ peopleSealed: null, erasedAt: later(34) });
    expect(erased.consent.peopleDigest).toHaveLength(32);
    expect(await stateOf(id, 35)).toEqual(["withdrawn"]);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({ where: { event: "choice.parents-erased" } }),
    );
    expect(entry?.text).not.toMatch(/mère|2015|mere@/);
    const restore = withOrg(ctx.scope, (tx) =>
      tx.parentalPerson.updateMany({ where: { id: erased.id }, data: { peopleSealed: Buffer.from("x") } }),
    );
    await expect(restore).rejects.toThrow(/for good/);
  });

  it("put back, before they are erased, what their child agreed to alone before its age was known", async () => {
    const { id } = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 52" });
    const personKey = await withOrg(ctx.scope, async (tx) => {
      const agreed = await tx.choice.findFirstOrThrow({ where: { id } });
      // Makes what versions of before left: an agreement without what awaits its authorisation.
      const earlier = { id: newId(ctx.now), act: "reuse", outcome: "allowed", decidedAt: agreed.decidedAt };
      const row = {
        ...recordedBy(ctx),
        ...earlier,
        controllerId,
        personKey: agreed.personKey,
        source: "form",
      };
      await tx.choice.create({ data: row });
      return agreed.personKey;
    });
    const outcomes = async () => {
      const rows = await withOrg(ctx.scope, (tx) =>
        tx.choice.findMany({ where: { personKey, act: "reuse" }, orderBy: { outcome: "asc" } }),
      );
      return rows.map(({ outcome }) => outcome);
    };
    const job = jobContext("request-erasure", ctx.scope.org, later(70));
    expect(await outcomes()).toEqual(["allowed"]);
    await eraseDueParents(job, new AbortController().signal);
    await eraseDueParents(job, new AbortController().signal);
    expect(await outcomes()).toEqual(["allowed", "awaiting"]);
  });

  it("make nobody decide alone by being erased", async () => {
    const { id } = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 41" });
    await eraseDueParents(
      jobContext("request-erasure", ctx.scope.org, later(70)),
      new AbortController().signal,
    );
    expect(await stateOf(id, 71)).toEqual(["unanswered"]);
  });

  it("leave what holds to the young person, where anything was authorised", async () => {
    const asked = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 42" });
    const given = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 43" });
    valueOf(await answer(given.token, "authorise", 1));
    const onceGrown = (token: string) =>
      withOrg(scopeOfToken(token), (tx) => askedOfParent(tx, later(16 * 365)));
    expect(await onceGrown(asked.token)).toMatchObject({ state: "taken-over", awaitsOwnChoice: false });
    expect(await onceGrown(given.token)).toMatchObject({ state: "taken-over", awaitsOwnChoice: true });
  });
});

describe("a link of a parent", () => {
  const under = async (settings: Record<string, string>, sql: string): Promise<unknown> => {
    await stranger.query("BEGIN");
    try {
      for (const [name, value] of Object.entries(settings))
        await stranger.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
      return (await stranger.query(sql)).rows;
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await stranger.query("ROLLBACK");
    }
  };

  it("opens its own row alone, and no table", async () => {
    const { token } = await makeParentalRequest(ctx, { controllerId, number: "06 44 55 66 09" });
    const foreign = await makeOrganisation(database.ownerUrl);
    const { org } = ctx.scope;
    expect(await openParentalLink(`${token.slice(0, -1)}_`)).toBeNull();
    const forged = { scope: "data-subject", org, link: "00".repeat(32) };
    expect(await under(forged, "SELECT * FROM parental_asked()")).toEqual([]);
    expect(await under({ scope: "public", org }, "SELECT * FROM parental_asked()")).toEqual([]);
    expect(await under(forged, "SELECT * FROM parental_person")).toBe("42501");
    const call = "SELECT * FROM parental_answer(gen_random_uuid(), 'allowed', '', now())";
    expect(await under(forged, call)).toEqual([]);
    expect(await under({ scope: "staff", org }, call)).toBe("42501");
    const seen = await withOrg(foreign.scope, (tx) =>
      Promise.all([tx.parentalPerson.count(), tx.parentalConsent.count()]),
    );
    expect(seen).toEqual([0, 0]);
  });
});
