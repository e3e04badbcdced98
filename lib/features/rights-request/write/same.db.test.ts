import { expect, it } from "vitest";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { findFacts, findRequest } from "@/lib/features/rights-request/read/queries";
import { findMaybeSame } from "@/lib/features/rights-request/read/same-request";
import { openWords } from "@/lib/features/rights-request/read/person";
import { withOrg } from "@/lib/platform/database/transaction";
import { personKey } from "@/lib/platform/secrets/person-key";
import { openDatabase } from "@/scripts/test/open-database";
import { answerSame } from "./same";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const askedOf = (id: string) =>
  withOrg(ctx.scope, async (tx) => {
    const row = (await findRequest(tx, id))!;
    const facts = await findFacts(tx, id);
    return { row, facts, asked: (await findMaybeSame(tx, row, facts)).map((one) => one.id) };
  });
let recorded = 0;
/** Requests are recorded one after the other. */
const made = (contact: string, more: object = {}) => {
  recorded += 1;
  return makeRightsRequest({ ...ctx, now: new Date(ctx.now.getTime() + recorded) }, { contact, ...more });
};

it("asks of the later of two alike, once, and joins it with its own receipt and words", async () => {
  const first = await made("+33 6 41 00 00 01");
  const again = await made("+33 6 41 00 00 01 ; +33 6 41 00 00 02", {
    time: "11:45",
    words: "Encore une fois.",
  });
  expect((await askedOf(first.id)).asked).toEqual([]);
  expect((await askedOf(again.id)).asked).toEqual([first.id]);
  expect(
    await answerSame(as(ctx, "viewer"), { id: again.id, sameAs: first.id, answer: "same" }),
  ).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(valueOf(await answerSame(ctx, { id: again.id, sameAs: first.id, answer: "same" })).id).toBe(
    first.id,
  );
  const joined = await askedOf(again.id);
  expect(joined.row).toMatchObject({ state: "not-ours", receivedAt: again.receivedAt });
  expect(openWords(joined.row.wordsSealed)).toBe("Encore une fois.");
  expect(joined.facts.map(({ kind }) => kind)).toEqual(["joined", "not-ours"]);
  expect((await askedOf(first.id)).facts).toMatchObject([
    { kind: "received-again", value: { sameAs: again.id }, at: again.receivedAt.getTime() },
  ]);
  // Stops what the later one alone names
  const key = personKey(ctx.scope.org, "+33641000002").toString("hex");
  const pending = await withOrg(ctx.scope, (tx) =>
    findPendingObjections(tx, new Set([key]), ctx.now.getTime()),
  );
  expect(pending.get(key)?.map(({ id }) => id)).toEqual([first.id]);
  expect(await answerSame(ctx, { id: again.id, sameAs: first.id, answer: "same" })).toMatchObject({
    refusal: { issues: [{ key: "rights-request.notSame" }] },
  });
});

it("writes what a joined one names into the choices of the controller of the first", async () => {
  const { id: controllerId } = await makeController(ctx);
  const first = await made("+33 6 41 00 00 11", { controllerId });
  const again = await made("+33 6 41 00 00 11 ; +33 6 41 00 00 12");
  valueOf(await answerSame(ctx, { id: again.id, sameAs: first.id, answer: "same" }));
  const written = await withOrg(ctx.scope, (tx) =>
    tx.choice.count({ where: { controllerId, personKey: personKey(ctx.scope.org, "+33641000012") } }),
  );
  expect(written).toBe(2);
});

it("writes it also where the first is placed afterwards", async () => {
  const { id: controllerId } = await makeController(ctx);
  const first = await made("+33 6 41 00 00 13");
  const again = await made("+33 6 41 00 00 13 ; +33 6 41 00 00 14");
  valueOf(await answerSame(ctx, { id: again.id, sameAs: first.id, answer: "same" }));
  await stepRightsRequest(ctx, (await askedOf(first.id)).row, "placed", { controllerId });
  const written = await withOrg(ctx.scope, (tx) =>
    tx.choice.count({ where: { controllerId, personKey: personKey(ctx.scope.org, "+33641000014") } }),
  );
  expect(written).toBe(2);
});

it("lets another go on, and asks of it no more; other rights, clients and persons are not asked of", async () => {
  const first = await made("+33 6 41 00 00 21");
  const other = await made("+33 6 41 00 00 21");
  valueOf(await answerSame(ctx, { id: other.id, sameAs: first.id, answer: "other" }));
  const kept = await askedOf(other.id);
  expect([kept.row.state, kept.asked]).toEqual(["received", []]);
  const access = await made("+33 6 41 00 00 21", { rights: "access" });
  expect((await askedOf(access.id)).asked).toEqual([]);
  const [one, two] = [await makeController(ctx), await makeController(ctx)];
  await made("+33 6 41 00 00 31", { controllerId: one.id });
  const elsewhere = await made("+33 6 41 00 00 31", { controllerId: two.id });
  expect((await askedOf(elsewhere.id)).asked).toEqual([]);
});

it("asks nothing of one that asks for more, which the first would not answer", async () => {
  const first = await made("+33 6 41 00 00 51", { rights: "access" });
  const more = await made("+33 6 41 00 00 51", { rights: ["access", "erasure"] });
  expect((await askedOf(more.id)).asked).toEqual([]);
  expect(await answerSame(ctx, { id: more.id, sameAs: first.id, answer: "same" })).toMatchObject({
    refusal: { issues: [{ key: "rights-request.notSame" }] },
  });
  const less = await made("+33 6 41 00 00 51", { rights: "erasure" });
  expect((await askedOf(less.id)).asked).toEqual([more.id]);
});

it("asks nothing while its words may object besides", async () => {
  await made("+33 6 41 00 00 61", { rights: "access" });
  const doubted = await made("+33 6 41 00 00 61", { rights: "access", words: "Ne m’appelez plus." });
  expect((await askedOf(doubted.id)).asked).toEqual([]);
});

it("finds the earlier one by a number that several countries have", async () => {
  const first = await made("0470 12 34 71", { rights: "access" });
  const again = await made("0470 12 34 71", { rights: "access" });
  expect((await askedOf(again.id)).asked).toEqual([first.id]);
});
