import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeChoice } from "@/prisma/factories/choice";
import { mergeInto } from "@/prisma/factories/merge";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { withOrg } from "@/lib/platform/database/transaction";
import { findChoicesAmong, findChoicesOf, findRecentChoices } from "@/lib/features/choice/read/queries";
import { findReadings } from "@/lib/features/choice/read/readings";
import { choiceLookupSchema, choiceSchema, personQuerySchema } from "@/lib/features/choice/schema";
import { openDatabase } from "@/scripts/test/open-database";
import { findPerson, recordChoice } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

const chosen = (changes: object = {}) =>
  choiceSchema.parse({
    controllerId,
    contact: "06 12 34 56 78",
    act: "telephone",
    purpose: "",
    outcome: "refused",
    on: "2026-01-05",
    time: "10:30",
    source: "call",
    proof: "",
    validUntil: "",
    ...changes,
  });

describe("recordChoice", () => {
  it("adds a row for the person's key, and an entry of the journal", async () => {
    const { person } = valueOf(await recordChoice(ctx, chosen()));
    const [row] = await withOrg(ctx.scope, (tx) => findChoicesOf(tx, person));
    expect(row).toMatchObject({
      act: "telephone",
      outcome: "refused",
      source: "call",
      person,
      decidedAt: Date.parse("2026-01-05T09:30:00Z"),
    });
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { event: true, text: true } }),
    );
    expect(entry?.event).toBe("choice.recorded");
    expect(entry?.text).toContain(person);
  });

  it("stores the number nowhere", async () => {
    valueOf(await recordChoice(ctx, chosen({ contact: "+33 6 98 76 54 32" })));
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query<{ found: boolean }>(
      `SELECT bool_or(t::text ~ '698765432|6 98 76') AS found FROM (
         SELECT to_jsonb(c) AS t FROM choice c UNION ALL SELECT to_jsonb(j) FROM journal_text j
         UNION ALL SELECT to_jsonb(f) FROM form_submission f) all_rows`,
    );
    await owner.end();
    expect(rows[0]?.found).toBe(false);
  });

  it("finds the same person however the number is written, and in no other organisation", async () => {
    const keys = ["0612345678", "+33 6 12 34 56 78", "0033612345678"].map((number) =>
      findPerson(ctx, { contact: number, country: "FR" }),
    );
    const people = (await Promise.all(keys)).map((outcome) =>
      valueOf(outcome)
        .people.map(({ person }) => person)
        .join(),
    );
    expect(new Set(people).size).toBe(1);
    const foreign = await makeOrganisation(database.ownerUrl);
    const elsewhere = valueOf(await findPerson(foreign, { contact: "0612345678", country: "FR" }));
    expect(elsewhere.people[0]?.person).not.toBe(people[0]);
    expect(await withOrg(foreign.scope, (tx) => findRecentChoices(tx))).toEqual([]);
    expect(await recordChoice(foreign, chosen())).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it.each([
    [{ contact: "06 12" }, "contact", "choice.contact"],
    [{ contact: "odile@personne.example" }, "contact", "choice.number"],
    [
      { contact: "Odile@personne.example", act: "mail", purpose: "odile@PERSONNE.example" },
      "purpose",
      "choice.clearNumber",
    ],
    [{ on: "2999-01-01" }, "on", "dateAhead"],
    [{ outcome: "allowed" }, "proof", "choice.proof"],
    [{ proof: "REC 06.12.34.56.78" }, "proof", "choice.clearNumber"],
    [{ purpose: "rappel au +33612345678" }, "purpose", "choice.clearNumber"],
    [{ country: "MA" }, "country", "choice.country"],
  ])("refuses %o", async (changes, path, key) => {
    expect(await recordChoice(ctx, chosen(changes))).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });

  it("is of writers, and read by everybody", async () => {
    expect(await recordChoice(as(ctx, "viewer"), chosen())).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await findPerson(as(ctx, "viewer"), { contact: "0612345678", country: "FR" })).toMatchObject({
      ok: true,
    });
  });

  it("reads a number without a code by every client's country, and asks which of those that have it", async () => {
    const { id } = await makeController(ctx, { country: "MA" });
    const { person, territory } = valueOf(
      await recordChoice(ctx, chosen({ controllerId: id, contact: "+212 661 22 33 44" })),
    );
    expect(territory).toBe("MA");
    for (const contact of ["0661 22 33 44", "0661223344", "661223344"]) {
      const { people } = valueOf(await findPerson(ctx, choiceLookupSchema.parse({ contact })));
      expect(people.map((one) => one.territory).toSorted()).toEqual(["FR", "MA"]);
      const among = people.map((one) => `${one.territory}.${one.person}`).join(",");
      const asked = personQuerySchema.parse({ among }).among;
      const shown = await withOrg(ctx.scope, async (tx) => {
        const rows = await findChoicesAmong(
          tx,
          asked.map((one) => one.person),
        );
        return findReadings(tx, asked, rows, ctx.now.getTime());
      });
      expect(shown.find((one) => one.person === person)).toMatchObject({
        territory: "MA",
        code: "+212",
        choices: 1,
        pending: 0,
      });
      expect(shown.find((one) => one.territory === "FR")).toMatchObject({ code: "+33", choices: 0 });
    }
    const named = choiceLookupSchema.parse({ contact: "0661223344", country: "MA" });
    expect(valueOf(await findPerson(ctx, named)).people).toEqual([{ person, also: [], territory: "MA" }]);
    const whole = choiceLookupSchema.parse({ contact: "+212661223344", country: "FR" });
    expect(valueOf(await findPerson(ctx, whole)).people).toEqual([{ person, also: [], territory: "MA" }]);
  });

  it("holds towards the controller that the first was merged into", async () => {
    const [first, second] = [await makeController(ctx), await makeController(ctx)];
    const number = "06 21 22 23 24";
    const { person } = valueOf(await recordChoice(ctx, chosen({ controllerId: first.id, contact: number })));
    valueOf(await mergeInto(ctx, [first.id, second.id]));
    const [row] = await withOrg(ctx.scope, (tx) => findChoicesOf(tx, person));
    expect(row?.controller.id).toBe(second.id);
  });
});

describe("an appointment", () => {
  const agreed = (contact: string, more: object = {}) =>
    chosen({ act: "appointment", contact, callOn: "2027-01-12", callTime: "21:30", ...more });
  const kept = async (contact: string, more: object = {}) => {
    const { person } = valueOf(await recordChoice(ctx, agreed(contact, more)));
    const [row] = await withOrg(ctx.scope, (tx) => findChoicesOf(tx, person));
    return [new Date(row?.callAt ?? 0).toISOString(), row?.callZone];
  };

  it.each([
    ["+212661122334", "2027-01-12T21:30:00.000Z", "Africa/Casablanca"],
    ["+262692112233", "2027-01-12T17:30:00.000Z", "Indian/Reunion"],
    ["+33612345687", "2027-01-12T20:30:00.000Z", "Europe/Paris"],
  ])("with %s is agreed by the clock of its place", async (contact, at, zone) => {
    expect(await kept(contact)).toEqual([at, zone]);
  });

  it("asks for the place of a number whose country has several times, and takes the one that is chosen", async () => {
    const canadian = "+15145550123";
    expect(await recordChoice(ctx, agreed(canadian))).toMatchObject({
      refusal: { issues: [{ path: "callZone", key: "choice.callZone" }] },
    });
    const montreal = ["2027-01-13T02:30:00.000Z", "America/Toronto"];
    expect(await kept(canadian, { callZone: "America/Toronto" })).toEqual(montreal);
    // Somebody with a French number who stays in Morocco.
    expect(await kept("+33612345688", { callZone: "Africa/Casablanca" })).toEqual([
      "2027-01-12T21:30:00.000Z",
      "Africa/Casablanca",
    ]);
  });
});

it("refuses a consent to be called of more than a year beside its last day, R223-1, and an end before the agreement", async () => {
  const agreed = (changes: object) =>
    recordChoice(ctx, chosen({ outcome: "allowed", proof: "F-12", ...changes }));
  const tooLong = { refusal: { issues: [{ path: "validUntil", key: "choice.untilTooLong" }] } };
  expect(await agreed({ validUntil: "2027-02-05" })).toMatchObject(tooLong);
  expect(await agreed({ validUntil: "2027-01-06" })).toMatchObject(tooLong);
  expect(await agreed({ validUntil: "2026-01-04" })).toMatchObject({
    refusal: { issues: [{ path: "validUntil", key: "choice.untilBefore" }] },
  });
  const ofPerson = { contact: "06 12 34 56 99" };
  valueOf(await agreed({ ...ofPerson, validUntil: "2027-01-05" }));
  valueOf(await agreed({ ...ofPerson, act: "reuse", validUntil: "2028-01-05" }));
});

it("is only ever added to", async () => {
  valueOf(await recordChoice(ctx, chosen({ contact: "06 55 44 33 22" })));
  for (const change of [
    () => withOrg(ctx.scope, (tx) => tx.choice.updateMany({ data: { outcome: "allowed" } })),
    () => withOrg(ctx.scope, (tx) => tx.choice.deleteMany({})),
  ])
    await expect(change()).rejects.toThrow(/permission denied/);
});

it("lists the newest decision first, whenever it was entered", async () => {
  const own = await makeOrganisation(database.ownerUrl);
  const owner = (await makeController(own)).id;
  for (const on of ["2026-03-02", "2026-11-20", "2025-12-20"])
    await makeChoice(own, { controllerId: owner, number: "0612345699", on });
  const rows = await withOrg(own.scope, findRecentChoices);
  const days = rows.map(({ decidedAt }) => new Date(decidedAt).toISOString().slice(0, 10));
  expect(days).toEqual(["2026-11-20", "2026-03-02", "2025-12-20"]);
});

it("asks of which country a number is that the client's country and its campaigns' have", async () => {
  const moroccan = (await makeController(ctx, { country: "MA" })).id;
  await makeChoice(ctx, { controllerId: moroccan, number: "0612345688" });
  await makeCampaign(ctx, { controllerId: moroccan });
  await expect(makeChoice(ctx, { controllerId: moroccan, number: "0612345688" })).rejects.toThrow(
    '"path":"contact","key":"choice.ambiguousNumber"',
  );
  await makeChoice(ctx, { controllerId: moroccan, number: "+212612345688" });
});
