import { beforeAll, describe, expect, it } from "vitest";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { findChoicesOf } from "@/lib/features/choice/read/queries";
import { findChoicesTowards } from "@/lib/features/choice/read/towards";
import { findNumbersToRead } from "@/lib/features/rights-request/read/doubted-numbers";
import { findRightsRequestObligations } from "@/lib/features/obligation/read/sources/rights-requests";
import { namedNumbers } from "@/lib/features/rights-request/read/number-readings";
import { openPerson } from "@/lib/features/rights-request/read/person";
import { findFacts } from "@/lib/features/rights-request/read/queries";
import { EVERY_READING, numberReadSchema } from "@/lib/features/rights-request/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { openDatabase } from "@/scripts/test/open-database";
import { findDoubtedNumbers, readNumber } from "./number";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const BELGIAN = "+32470123457";
const FRENCH = "+33470123457";
const key = (number: string) => personKey(ctx.scope.org, number).toString("hex");
const job = () => jobContext("number-reading", ctx.scope.org, ctx.now);
const REASON = "La personne, rappelée ce jour";
const read = (typed: object) => readNumber(ctx, numberReadSchema.parse(typed));
const look = () => findDoubtedNumbers(job(), new AbortController().signal);

/** An objection that was placed under its number as France reads it, before the countries of clients were asked. */
async function makeMisread() {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const row = await makeRightsRequest(ctx, { controllerId, contact: "0470 12 34 57" });
  await withOrg(ctx.scope, (tx) =>
    tx.controller.updateMany({ where: { id: controllerId }, data: { country: "BE" } }),
  );
  return { id: row.id, reference: row.reference, controllerId };
}
const stateOf = (id: string) =>
  withOrg(ctx.scope, async (tx) => {
    const row = await tx.rightsRequest.findFirstOrThrow({ where: { id } });
    const facts = await findFacts(tx, id);
    return { row, facts, numbers: await findNumbersToRead(tx, row, facts) };
  });
const choicesUnder = (number: string, controllerId: string) =>
  withOrg(
    ctx.scope,
    async (tx) => (await findChoicesTowards(tx, [key(number)], controllerId)).get(key(number)) ?? [],
  );
const dutiesOf = async (id: string) =>
  (
    await withOrg(ctx.scope, (tx) =>
      findRightsRequestObligations(tx, { now: ctx.now.getTime(), doneSince: ctx.now } as Parameters<
        typeof findRightsRequestObligations
      >[1]),
    )
  )
    .filter((one) => one.path.startsWith(`/rights-requests/${id}`))
    .map(({ kind }) => kind);

describe("an objection placed under a wrongly read number", () => {
  let made: Awaited<ReturnType<typeof makeMisread>>;
  beforeAll(async () => {
    made = await makeMisread();
  });

  it("is found by the job and put before a person", async () => {
    expect(await dutiesOf(made.id)).not.toContain("rights-request.read-number");
    expect(await look()).toBe(1);
    const { row, facts, numbers } = await stateOf(made.id);
    expect(row.numberDoubtedAt).toEqual(ctx.now);
    expect(facts.at(-1)?.kind).toBe("number-doubted");
    expect(numbers).toEqual([
      {
        place: 0,
        written: "0470 12 34 57",
        readings: [
          { kind: "telephone", value: FRENCH, country: "FR", isWritten: true },
          { kind: "telephone", value: BELGIAN, country: "BE", isWritten: false },
        ],
        chosen: null,
        isDoubted: true,
      },
    ]);
    expect(await dutiesOf(made.id)).toContain("rights-request.read-number");
    // Known already.
    expect(await look()).toBe(0);
  });

  it("is completed under the person's number and corrected under the stranger's, whose row stays", async () => {
    const gone = await read({ id: made.id, place: 0, reading: "+212612345678", reason: REASON });
    expect(gone).toMatchObject({ refusal: { issues: [{ key: "rights-request.readingGone" }] } });
    valueOf(await read({ id: made.id, place: 0, reading: BELGIAN, reason: REASON }));
    expect(
      (await choicesUnder(BELGIAN, made.controllerId)).map(({ act, outcome }) => `${act} ${outcome}`).sort(),
    ).toEqual(["mail refused", "telephone refused"]);
    expect(await choicesUnder(FRENCH, made.controllerId)).toEqual([]);
    const kept = await withOrg(ctx.scope, (tx) => findChoicesOf(tx, key(FRENCH)));
    expect(
      kept
        .map(({ outcome, correction, correctedBy }) => [
          outcome,
          correction ?? "",
          correctedBy?.correction ?? "",
        ])
        .sort(),
    ).toEqual([
      ["corrected", "number-misread", ""],
      ["corrected", "number-misread", ""],
      ["refused", "", "number-misread"],
      ["refused", "", "number-misread"],
    ]);
    const { row, facts, numbers } = await stateOf(made.id);
    expect(row.numberDoubtedAt).toBeNull();
    expect(numbers).toMatchObject([{ isDoubted: false, chosen: [BELGIAN] }]);
    // The list names the stranger's number no more.
    expect(namedNumbers(openPerson(row.contactSealed), facts)).not.toContain(FRENCH);
    expect(facts.at(-1)?.value).toEqual({
      numberPlace: 0,
      readAs: ["BE"],
      readAmong: ["FR", "BE"],
      readingReason: REASON,
    });
    const { text } = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({
        where: { text: { contains: "number-read" } },
        orderBy: { seq: "desc" },
        select: { text: true },
      }),
    );
    expect(text).toContain(REASON);
    expect(await dutiesOf(made.id)).not.toContain("rights-request.read-number");
    expect(await look()).toBe(0);
  });

  it("is stopped under both where nobody can tell, and a correction is taken back by choosing again", async () => {
    const { id, controllerId } = await makeMisread();
    valueOf(await read({ id, place: 0, reading: EVERY_READING }));
    for (const number of [BELGIAN, FRENCH]) expect(await choicesUnder(number, controllerId)).toHaveLength(2);
    expect((await stateOf(id)).numbers).toMatchObject([{ chosen: [FRENCH, BELGIAN] }]);
    valueOf(await read({ id, place: 0, reading: BELGIAN, reason: REASON }));
    expect(await choicesUnder(FRENCH, controllerId)).toEqual([]);
    valueOf(await read({ id, place: 0, reading: FRENCH, reason: REASON }));
    expect(await choicesUnder(FRENCH, controllerId)).toHaveLength(2);
    expect(await choicesUnder(BELGIAN, controllerId)).toEqual([]);
  });
});

it("takes back no refusal without a reason that says who confirmed it, and names nobody", async () => {
  const { id, controllerId } = await makeMisread();
  const typed = { id, place: 0, reading: BELGIAN };
  for (const reason of [undefined, "", "  ok  "])
    expect(numberReadSchema.safeParse({ ...typed, reason }).error?.issues).toMatchObject([
      { path: ["reason"], message: "rights-request.readingReason" },
    ]);
  expect(await read({ ...typed, reason: "Confirmé au 0470 12 34 57 par la cliente" })).toMatchObject({
    refusal: { issues: [{ path: "reason", key: "rights-request.reasonNamesPerson" }] },
  });
  expect(await choicesUnder(FRENCH, controllerId)).toHaveLength(2);
});

it("holds an objection that waits under a reading that comes with a new client's country", async () => {
  const { id } = await makeRightsRequest(ctx, { contact: "0912 34 56 78" });
  const waiting = async (number: string) =>
    (
      await withOrg(ctx.scope, (tx) => findPendingObjections(tx, new Set([key(number)]), ctx.now.getTime()))
    ).get(key(number)) ?? [];
  const italian = "+390912345678";
  expect(await waiting(italian)).toEqual([]);
  await makeController(ctx, { country: "IT" });
  await look();
  expect((await waiting(italian)).map((one) => one.id)).toEqual([id]);
  // Naming the controller settles it: its objection is written under each reading.
  const { id: controllerId } = await makeController(ctx, { country: "IT" });
  const row = await withOrg(ctx.scope, (tx) => tx.rightsRequest.findFirstOrThrow({ where: { id } }));
  await stepRightsRequest(ctx, row, "placed", { controllerId });
  expect(await choicesUnder(italian, controllerId)).toHaveLength(2);
  expect(await dutiesOf(id)).not.toContain("rights-request.read-number");
});
