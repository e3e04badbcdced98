import { describe, expect, it } from "vitest";
import {
  answerParental,
  makeAgreement,
  makeAuthorisation,
  makeChoice,
  makeParentalRequest,
} from "@/prisma/factories/choice";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { choiceAt } from "@/lib/domain/choice/choices";
import { findChoicesTowards } from "@/lib/features/choice/read/towards";
import { withOrg } from "@/lib/platform/database/transaction";
import { findAuthorisations } from "@/lib/features/choice/read/authorisations";
import { authorisationRequestSchema, authorisationSchema } from "@/lib/features/choice/schema";
import { openDatabase } from "@/scripts/test/open-database";
import { askAuthorisation, recordAuthorisation } from "./authorise";

const database = await openDatabase();
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date("2026-11-28T09:00:00Z") };
const { id: controllerId } = await makeController(ctx);

const BY_FORM = { act: "mail", outcome: "allowed", source: "form" } as const;
const input = (choiceId: string, stated: object = {}) =>
  authorisationSchema.parse({
    choiceId,
    parent: "Un père",
    power: "parent",
    country: "FR",
    born: "2013-05-10",
    risk: "low",
    means: "declaration-email",
    authorisedOn: "2026-10-01",
    proof: "COURRIEL-3",
    ...stated,
  });
const found = (own: MadeOrganisation, id: string, day: string) =>
  withOrg(own.scope, (tx) => findAuthorisations(tx, [id], Date.parse(`${day}T12:00:00Z`)));

describe("an authorisation", () => {
  it("is held with the child's choice, until the child decides alone", async () => {
    const { id } = await makeAuthorisation(ctx, { controllerId, parent: "Une mère" });
    const age = { kind: "holds", isJoint: true, aloneFrom: "2028-05-10" };
    expect(await found(ctx, id, "2026-11-28")).toMatchObject([
      {
        people: { parent: "Une mère" },
        power: "parent",
        means: "declaration-email",
        proof: "COURRIEL-2026-17",
        state: "recorded",
        age,
      },
    ]);
    expect(await found(ctx, id, "2028-05-10")).toMatchObject([
      { state: "taken-over", age: { kind: "lapsed" } },
    ]);
  });

  it("is journalled without the name and the birthdate, and may be followed by another", async () => {
    const { id } = await makeAuthorisation(ctx, { controllerId });
    await recordAuthorisation(ctx, input(id, { power: "guardian" }));
    const rows = await found(ctx, id, "2026-11-28");
    expect(rows.map(({ power }) => power).sort()).toEqual(["guardian", "parent"]);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({ where: { event: "choice.authorised" }, orderBy: { seq: "desc" } }),
    );
    expect(entry).toMatchObject({ event: "choice.authorised", text: expect.stringContaining("guardian") });
    expect(entry?.text).not.toMatch(/Un père|2013-05-10/);
  });

  it.each<[object, string, string]>([
    [{ born: "2011-10-01" }, "born", "choice.authorisation.notNeeded"],
    [{ country: "MA" }, "country", "choice.authorisation.outside"],
    [{ risk: "high" }, "means", "choice.authorisation.means"],
    [{ authorisedOn: "2026-11-29" }, "authorisedOn", "dateAhead"],
    [{ born: "2027-01-01" }, "born", "dateAhead"],
  ])("is refused: %o", async (stated, path, key) => {
    const { id } = await makeAuthorisation(ctx, { controllerId });
    expect(await recordAuthorisation(ctx, input(id, stated))).toMatchObject({
      refusal: { issues: [{ path, key }] },
    });
  });

  it("is asked of no address of the child's own, nor of the processor's", async () => {
    const number = "lea@enfance.example";
    const asked = (email: string) =>
      makeParentalRequest(ctx, { controllerId, number, email }).then(
        () => "asked",
        (error: Error) => error.message,
      );
    expect(await asked("Lea@enfance.example")).toContain("choice.authorisation.childsOwn");
    expect(await asked(ctx.email)).toContain("choice.authorisation.ours");
    expect(await asked("mere@enfance.example")).toBe("asked");
  });

  it("is asked for again where a child that it knows agrees anew, after its parent withdrew too", async () => {
    const number = "06 44 55 66 21";
    const { token, person } = await makeParentalRequest(ctx, { controllerId, number });
    await answerParental(token, "decline");
    const outcomeOf = async (act: "mail", day: string) => {
      const found = await withOrg(ctx.scope, (tx) => findChoicesTowards(tx, [person], controllerId));
      const asked = { act, purpose: "", country: "", at: Date.parse(`${day}T12:00:00Z`), day };
      return choiceAt(found.get(person) ?? [], asked).choice?.outcome;
    };
    // An agreement of before the refusal is not stronger for being recorded after it.
    await makeAgreement(ctx, { controllerId, number });
    expect(await outcomeOf("mail", "2030-01-01")).toBe("refused");
    const later = { ...ctx, now: new Date("2027-06-01T09:00:00Z") };
    await makeChoice(later, { controllerId, number, ...BY_FORM, on: "2027-06-01", time: "08:00" });
    expect(await outcomeOf("mail", "2027-06-02")).toBe("awaiting");
    // Nobody knows another person's age.
    const { person: other } = await makeAgreement(ctx, { controllerId, number: "06 44 55 66 22" });
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.choice.findMany({ where: { personKey: Buffer.from(other, "hex") }, select: { outcome: true } }),
    );
    expect(rows).toEqual([{ outcome: "allowed" }]);
  });

  it("puts what the child agreed to before its age was known back to what awaits one, towards every controller", async () => {
    const number = "06 44 55 66 51";
    const { id: other } = await makeController(ctx);
    const { id, person } = await makeAgreement(ctx, { controllerId, number });
    await makeChoice(ctx, { controllerId: other, number, ...BY_FORM, on: "2026-09-01", time: "08:00" });
    const call = {
      act: "telephone",
      outcome: "allowed",
      source: "form",
      on: "2026-09-01",
      time: "08:00",
    } as const;
    await makeChoice(ctx, { controllerId, number, ...call });
    const answerOfAct = async (act: "mail" | "telephone", towards: string) => {
      const found = await withOrg(ctx.scope, (tx) => findChoicesTowards(tx, [person], towards));
      const asked = {
        act,
        purpose: "",
        country: "",
        at: Date.parse("2026-11-28T12:00:00Z"),
        day: "2026-11-28",
      };
      return choiceAt(found.get(person) ?? [], asked).choice?.outcome;
    };
    expect(await answerOfAct("mail", other)).toBe("allowed");
    expect(await answerOfAct("telephone", controllerId)).toBe("allowed");
    valueOf(await recordAuthorisation(ctx, input(id)));
    expect(await answerOfAct("mail", other)).toBe("awaiting");
    expect(await answerOfAct("telephone", controllerId)).toBe("awaiting");
    // Keeps what was authorised, and puts nothing back twice.
    expect(await answerOfAct("mail", controllerId)).toBe("allowed");
    valueOf(await recordAuthorisation(ctx, input(id, { power: "guardian" })));
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.choice.findMany({ where: { personKey: Buffer.from(person, "hex"), outcome: "awaiting" } }),
    );
    expect(rows).toHaveLength(2);
  });

  it("is asked about where it is dated before the agreement, or gives the person a second birthdate", async () => {
    const number = "06 44 55 66 41";
    const { id } = await makeAgreement(ctx, { controllerId, number });
    const earlier = { authorisedOn: "2024-01-01" };
    expect(await recordAuthorisation(ctx, input(id, earlier))).toMatchObject({
      refusal: { issues: [{ path: "isEarlier", key: "choice.authorisation.beforeAgreement" }] },
    });
    expect(await found(ctx, id, "2026-11-28")).toEqual([]);
    valueOf(await recordAuthorisation(ctx, input(id, { ...earlier, isEarlier: "on" })));
    const other = { born: "2014-05-10" };
    const bornOther = { path: "isBornOther", key: "choice.authorisation.bornOther" };
    expect(await recordAuthorisation(ctx, input(id, other))).toMatchObject({
      refusal: { issues: [bornOther] },
    });
    // Both are asked at once, the confirmed one too.
    expect(
      await recordAuthorisation(ctx, input(id, { ...earlier, ...other, isEarlier: "on" })),
    ).toMatchObject({ refusal: { issues: [{ path: "isEarlier" }, bornOther] } });
    expect(await found(ctx, id, "2026-11-28")).toHaveLength(1);
    valueOf(await recordAuthorisation(ctx, input(id, { ...other, isBornOther: "on" })));
    expect(await found(ctx, id, "2026-11-28")).toHaveLength(2);
  });

  it("is asked through no link in place of one that holds, unless that is confirmed", async () => {
    const number = "06 44 55 66 42";
    const { id } = await makeParentalRequest(ctx, { controllerId, number });
    valueOf(await recordAuthorisation(ctx, input(id, { born: "2015-05-10", isSecond: "on" })));
    const again = authorisationRequestSchema.parse({
      choiceId: id,
      parent: "Une mère",
      power: "parent",
      country: "FR",
      born: "2015-05-10",
      risk: "low",
      email: "mere@enfance.example",
    });
    expect(await askAuthorisation(ctx, again)).toMatchObject({
      refusal: { issues: [{ path: "isSecond" }] },
    });
  });

  it("is of writers, of an agreement, of its own organisation, and never changed", async () => {
    const { id } = await makeAuthorisation(ctx, { controllerId });
    expect(await recordAuthorisation(as(ctx, "viewer"), input(id))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const foreign = { ...(await makeOrganisation(database.ownerUrl)), now: ctx.now };
    expect(await recordAuthorisation(foreign, input(id))).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await found(foreign, id, "2026-11-28")).toEqual([]);
    const { person } = await makeChoice(ctx, { controllerId, number: "06 77 66 55 44" });
    const refusal = await withOrg(ctx.scope, (tx) =>
      tx.choice.findFirstOrThrow({ where: { personKey: Buffer.from(person, "hex") } }),
    );
    expect(await recordAuthorisation(ctx, input(refusal.id))).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const change = withOrg(ctx.scope, (tx) => tx.parentalConsent.updateMany({ data: { proof: "x" } }));
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
