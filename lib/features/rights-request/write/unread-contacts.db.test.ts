import { describe, expect, it } from "vitest";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { findNumbersToRead } from "@/lib/features/rights-request/read/doubted-numbers";
import { sealPerson } from "@/lib/features/rights-request/read/person";
import { findFacts, findRequest } from "@/lib/features/rights-request/read/queries";
import {
  EVERY_READING,
  numberReadSchema,
  requestReceiveSchema,
  stopAnswerSchema,
} from "@/lib/features/rights-request/schema";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { openDatabase } from "@/scripts/test/open-database";
import { receiveRequest } from "./mutations";
import { findDoubtedNumbers, readNumber } from "./number";
import { answerStopQuestion } from "./stop-question";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const key = (contact: string) => personKey(ctx.scope.org, contact).toString("hex");

/** Contacts of a list under which an objection waits for its controller. */
const heldAmong = async (contacts: readonly string[]) => {
  const persons = new Set(contacts.map(key));
  const held = await withOrg(ctx.scope, (tx) => findPendingObjections(tx, persons, ctx.now.getTime()));
  return contacts.filter((one) => held.has(key(one)));
};
const stated = (more: object) =>
  requestReceiveSchema.parse({
    rights: "marketing-objection",
    channel: "telephone",
    on: "2026-01-05",
    time: "10:30",
    ...more,
  });

it.each([
  ["jean@exemple.example 06 12 34 56 88", ["jean@exemple.example", "+33612345688", "+212612345688"]],
  ["06 12 34 56 81 & 06 12 34 56 82", ["+33612345681", "+33612345682", "+212612345682"]],
  ["06 12 34 56 83/06 12 34 56 84", ["+33612345683", "+33612345684", "+212612345684"]],
])("an objection is held under every contact of its field: %s", async (contact, contacts) => {
  await makeRightsRequest(ctx, { contact, words: "" });
  expect(await heldAmong(contacts)).toEqual(contacts);
});

it("asks for what it cannot read beside its field, and keeps it once somebody means it", async () => {
  const contact = "+33 6 12 34 56 89 & 061234";
  expect(await receiveRequest(ctx, stated({ contact }))).toMatchObject({
    refusal: {
      issues: [{ path: "contact", key: "rights-request.contactUnread", params: { written: "061234" } }],
    },
  });
  expect(await heldAmong(["+33612345689"])).toEqual([]);
  valueOf(await receiveRequest(ctx, stated({ contact, isContactMeant: "on" })));
  expect(await heldAmong(["+33612345689"])).toEqual(["+33612345689"]);
});

/** A request as it was received while what stands among words and signs was not read. */
async function makeUnread(contact: string, controllerId: string | null) {
  const id = newId(ctx.now);
  await withOrg(ctx.scope, async (tx) => {
    await tx.rightsRequest.create({
      data: {
        id,
        orgId: ctx.scope.org,
        reference: `DP-9${contact.slice(-2)}`,
        channel: "telephone",
        rights: ["marketing-objection"],
        clue: "",
        receivedAt: ctx.now,
        controllerId,
        version: 1,
        contactSealed: sealPerson({ name: "", contact }),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    await tx.rightsRequestFact.create({
      data: {
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        requestId: id,
        controllerId,
        number: 1,
        ...(controllerId === null
          ? { kind: "identity-doubted", value: {} }
          : { kind: "placed", value: { controllerId } }),
        at: ctx.now,
        recordedAt: ctx.now,
        authorKind: "staff",
        authorName: "Imane",
      },
    });
  });
  return id;
}

it("reads again what was not read at the receipt: holds it, or puts it before a person once it is placed", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  await makeUnread("jean@exemple.example 06 12 34 56 71", null);
  const placed = await makeUnread("jean@exemple.example 06 12 34 56 72", controllerId);
  await findDoubtedNumbers(
    jobContext("number-reading", ctx.scope.org, ctx.now),
    new AbortController().signal,
  );
  expect(await heldAmong(["+33612345671"])).toEqual(["+33612345671"]);
  const numbers = await withOrg(ctx.scope, async (tx) => {
    const row = await findRequest(tx, placed);
    return row && findNumbersToRead(tx, row, await findFacts(tx, placed));
  });
  expect(numbers).toMatchObject([
    { written: "jean@exemple.example", isDoubted: true, readings: [{ kind: "mail", isWritten: false }] },
    { written: "06 12 34 56 72", isDoubted: true, readings: [{ value: "+33612345672", isWritten: false }] },
  ]);
});

it("reads an address of a placed request again too, and stops it once a person says so", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const placed = await makeUnread("06 12 34 56 73 jean-73@exemple.example", controllerId);
  const read = () =>
    withOrg(ctx.scope, async (tx) => {
      const row = await findRequest(tx, placed);
      return row ? findNumbersToRead(tx, row, await findFacts(tx, placed)) : [];
    });
  const address = (await read()).find(({ written }) => written.includes("@"));
  expect(address).toMatchObject({
    isDoubted: true,
    readings: [{ kind: "mail", value: "jean-73@exemple.example", isWritten: false }],
  });
  valueOf(
    await readNumber(
      ctx,
      numberReadSchema.parse({ id: placed, place: address!.place, reading: EVERY_READING }),
    ),
  );
  const where = { personKey: personKey(ctx.scope.org, "jean-73@exemple.example"), controllerId };
  expect(
    await withOrg(ctx.scope, (tx) => tx.choice.findMany({ where, select: { act: true, outcome: true } })),
  ).toEqual([{ act: "mail", outcome: "refused" }]);
  expect((await read()).find(({ written }) => written.includes("@"))).toMatchObject({
    isDoubted: false,
    chosen: ["jean-73@exemple.example"],
  });
});

describe("words that seem to end contact under another right", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const ask = async (number: string, of: object = {}) => {
    const words = `Effacez tout et ne m’appelez plus au ${number}`;
    return valueOf(await receiveRequest(ctx, stated({ rights: "erasure", contact: "", words, ...of }))).id;
  };
  const doubtOf = async (number: string) => {
    const key = personKey(ctx.scope.org, number).toString("hex");
    const found = await withOrg(ctx.scope, (tx) => findPendingObjections(tx, new Set([key]), Date.now()));
    return (found.get(key) ?? []).map(({ isDoubtful }) => isDoubtful);
  };
  const answer = (id: string, how: string, reason = "") =>
    answerStopQuestion(ctx, stopAnswerSchema.parse({ id, answer: how, reason }));
  const choicesOf = (number: string) =>
    withOrg(ctx.scope, (tx) =>
      tx.choice.findMany({
        where: { personKey: personKey(ctx.scope.org, number) },
        select: { outcome: true },
      }),
    );

  it("are held at once, in doubt, towards every client, also of a request for one, 21(3)", async () => {
    await ask("+33612345541");
    await ask("+33612345542", { controllerId });
    for (const number of ["+33612345541", "+33612345542"]) {
      expect(await doubtOf(number)).toEqual([true]);
      expect(await choicesOf(number)).toEqual([]);
    }
  });

  it("are an objection from their receipt on once somebody says so", async () => {
    const placed = await ask("+33612345543", { controllerId });
    valueOf(await answer(placed, "stop-meant"));
    expect((await choicesOf("+33612345543")).map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
    expect(await doubtOf("+33612345543")).toEqual([]);
    const unplaced = await ask("+33612345544");
    valueOf(await answer(unplaced, "stop-meant"));
    expect(await doubtOf("+33612345544")).toEqual([false]);
    expect(await answer(unplaced, "stop-not-meant", "Lu avec attention")).toMatchObject({
      refusal: { issues: [{ key: "rights-request.stopAnswered" }] },
    });
  });

  it("are let go for a reason alone, which names nobody", async () => {
    const id = await ask("+33612345545");
    const unreasoned = stopAnswerSchema.safeParse({ id, answer: "stop-not-meant" });
    expect(unreasoned.error?.issues).toMatchObject([
      { path: ["reason"], message: "rights-request.stopReason" },
    ]);
    expect(await answer(id, "stop-not-meant", "Rappelé au +33612345545, il n’objecte pas")).toMatchObject({
      refusal: { issues: [{ path: "reason", key: "rights-request.reasonNamesPerson" }] },
    });
    valueOf(await answer(id, "stop-not-meant", "Il parle d’un autre appel, lu par le DPO"));
    expect(await doubtOf("+33612345545")).toEqual([]);
  });
});
