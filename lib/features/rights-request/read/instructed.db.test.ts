import { expect, it } from "vitest";
import { findExecuting } from "@/lib/features/instruction/read/executing";
import { findRightsRequestLacks } from "@/lib/features/obligation/read/lacks/rights-requests";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { findHeldInstructions } from "./instructed";
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

/** A request whose controller instructed to carry it out, by an instruction that was accepted. */
async function makeInstructed(right = "erasure") {
  const { id: controllerId } = await makeController(ctx);
  const received = await makeInstruction(ctx, { controllerId, kind: "erasure" });
  const accepted = await step(ctx, await step(ctx, received, "check"), "accept");
  const request = await makeRightsRequest(ctx, { controllerId, rights: right });
  const relayed = await stepRightsRequest(ctx, request, "relayed", { means: "telephone" });
  const on = { on: DAY, time: "00:01" };
  const stated = { ...on, decision: "execute", basis: accepted.id };
  const instructed = await stepRightsRequest(ctx, relayed, "instructed", stated);
  return { instruction: accepted, request: instructed, on };
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
