import { expect, it } from "vitest";
import { findExecuting } from "@/lib/features/instruction/read/executing";
import { findRightsRequestLacks } from "@/lib/features/obligation/read/lacks/rights-requests";
import { findRightsRequestObligations } from "@/lib/features/obligation/read/sources/rights-requests";
import { findRelayed } from "@/lib/features/portal-rights-request/read/queries";
import { findWaiting } from "@/lib/features/portal/read/waiting";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { findHeldForController, findHeldInstructions } from "./instructed";
import { findClockedRequests } from "./to-plan";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const DAY = ctx.now.toISOString().slice(0, 10);

async function heldOf(id: string, day = DAY) {
  return withOrg(ctx.scope, async (tx) => {
    const requests = await findClockedRequests(tx, { id });
    return (await findHeldInstructions(tx, requests, day)).get(id) ?? null;
  });
}
const count = String;
const lacks = () =>
  withOrg(ctx.scope, (tx) =>
    findRightsRequestLacks(tx, {
      now: ctx.now,
      day: DAY,
      doneSince: ctx.now,
      countRecords: count,
      countPoints: count,
      countSubProcessors: count,
      countLetters: count,
    }),
  );

/** Kinds of the open duties of a request on Today. */
const dutiesOf = async (id: string) => {
  const now = ctx.now.getTime();
  const found = await withOrg(ctx.scope, (tx) =>
    findRightsRequestObligations(tx, { now, until: DAY, doneSince: ctx.now, measureTitle: String }),
  );
  return found.flatMap(({ kind, subject, doneAt }) => (subject.id === id && doneAt === null ? [kind] : []));
};

/** A request whose controller instructed to carry it out, by an instruction that was accepted. */
async function makeInstructed(right = "erasure", decision = "execute") {
  const { id: controllerId } = await makeController(ctx);
  const received = await makeInstruction(ctx, { controllerId, kind: "erasure" });
  const accepted = await step(ctx, await step(ctx, received, "check"), "accept");
  const request = await makeRightsRequest(ctx, { controllerId, rights: right });
  const relayed = await stepRightsRequest(ctx, request, "relayed", { means: "telephone" });
  const on = { on: DAY, time: "00:01" };
  const stated = { ...on, decision, basis: accepted.id };
  const instructed = await stepRightsRequest(ctx, relayed, "instructed", stated);
  return { controllerId, instruction: accepted, request: instructed, on };
}

it("says of a request that its instruction was withdrawn, on its page, in the list and on Today, and of its withdrawal what executes it", async () => {
  const { instruction, request, on } = await makeInstructed();
  const added = await stepRightsRequest(ctx, request, "task-added", {
    ...on,
    taskKind: "system",
    taskName: "Kiamo",
  });
  await stepRightsRequest(ctx, added, "started", on);
  expect(await heldOf(request.id)).toBeNull();
  expect(await lacks()).toEqual([]);
  const executing = await withOrg(ctx.scope, (tx) => findExecuting(tx, instruction.id));
  expect(executing).toMatchObject([{ id: request.id, reference: request.reference, rights: ["erasure"] }]);

  const { number } = await step(ctx, instruction, "withdraw");
  expect(await heldOf(request.id)).toEqual({ id: instruction.id, number, refusals: ["Ended"] });
  expect(await lacks()).toMatchObject([
    { kind: "rights-request.ground", subject: { id: request.id }, about: number },
  ]);
});

it("says nothing of one that waits for its examination before the execution begins, nor of one that its controller then refused", async () => {
  const { id: controllerId } = await makeController(ctx);
  const received = await makeInstruction(ctx, { controllerId, kind: "erasure" });
  const request = await makeRightsRequest(ctx, { controllerId, rights: "erasure" });
  const relayed = await stepRightsRequest(ctx, request, "relayed", { means: "telephone" });
  await stepRightsRequest(ctx, relayed, "instructed", {
    on: DAY,
    time: "00:01",
    decision: "execute",
    basis: received.id,
    instructionReason: "Le client le demande au téléphone",
  });
  expect(await heldOf(request.id)).toBeNull();

  const { instruction, request: other, on } = await makeInstructed();
  await stepRightsRequest(ctx, other, "instructed", { ...on, decision: "refuse", basis: instruction.id });
  await step(ctx, instruction, "withdraw");
  expect(await heldOf(other.id)).toBeNull();
});

it("leaves one duty of one whose instruction was withdrawn, and asks its controller in the portal for another", async () => {
  const { controllerId, instruction, request, on } = await makeInstructed("erasure", "execute-and-answer");
  const added = await stepRightsRequest(ctx, request, "task-added", {
    ...on,
    taskKind: "system",
    taskName: "Kiamo",
  });
  const started = await stepRightsRequest(ctx, added, "started", on);
  const contact = await makeContact(ctx, { controllerId });
  const own = await findOwnPeople(ctx.scope.org);
  const inPortal = () =>
    withOrg(contact.scope, async (tx) => {
      const held = await findHeldForController(tx, await findRelayed(tx), DAY);
      const waiting = await findWaiting(tx, { ctx: contact, own });
      return { held: held.get(request.id) ?? null, waits: waiting.map(({ id }) => id) };
    });
  expect(await dutiesOf(request.id)).toEqual(["rights-request.reply", "rights-request.execute"]);
  expect(await inPortal()).toEqual({ held: null, waits: [] });

  const { number } = await step(ctx, instruction, "withdraw");
  expect(await dutiesOf(request.id)).toEqual(["rights-request.answer"]);
  expect(await inPortal()).toEqual({
    held: { id: instruction.id, number, refusals: ["Ended"] },
    waits: [request.id],
  });

  const received = await makeInstruction(ctx, { controllerId, kind: "erasure" });
  const accepted = await step(ctx, await step(ctx, received, "check"), "accept");
  await stepRightsRequest(ctx, started, "instructed", { ...on, decision: "execute", basis: accepted.id });
  expect(await dutiesOf(request.id)).toEqual(["rights-request.answer", "rights-request.execute"]);
  // The order is to execute alone: its controller answers the person itself, and has yet to.
  expect(await inPortal()).toEqual({ held: null, waits: [request.id] });
});

it("keeps our own examination of an instruction from its controller", async () => {
  const { id: controllerId } = await makeController(ctx);
  const contact = await makeContact(ctx, { controllerId });
  const received = await makeInstruction(ctx, { controllerId, kind: "erasure" });
  const request = await makeRightsRequest(ctx, { controllerId, rights: "erasure" });
  const relayed = await stepRightsRequest(ctx, request, "relayed", { means: "telephone" });
  const stated = { on: DAY, time: "00:01", decision: "execute", basis: received.id };
  const reason = { instructionReason: "Le client le demande au téléphone" };
  await stepRightsRequest(ctx, relayed, "instructed", { ...stated, ...reason });
  const seen = await withOrg(contact.scope, async (tx) =>
    findHeldForController(tx, await findRelayed(tx), DAY),
  );
  expect(seen).toEqual(new Map());
});
