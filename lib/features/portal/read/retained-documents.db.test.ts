import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeDecision } from "@/prisma/factories/decision";
import { answerInstruction, createInstruction } from "@/lib/features/portal-instruction/write/mutations";
import { instructionAnswerSchema, instructionGiveSchema } from "@/lib/features/portal-instruction/schema";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { fillSubProcessorSection } from "@/prisma/factories/sub-processor";
import { makeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { countRetained, findChanges, RETAINED } from "./retained-documents";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let contact: MadeContact;

const VISIT = new Date("2026-11-20T12:00:00Z");
const on = (day: string): MadeOrganisation => ({ ...ctx, now: new Date(`${day}T10:00:00Z`) });

/** Creates rows before the visit for this controller, and after it for another. */
async function fill(by: MadeOrganisation, controllerId: string) {
  await makeActiveRecord(by, { controllerId });
  const contract = await makeContractInForce(by, { controllerId });
  const transfer = await makeTransfer(by, { controllerId });
  await makeInstruction(by, { controllerId });
  const request = await makeRequest(by, { controllerId });
  await makeDocument(by, { noun: "contract", subjectId: contract.id });
  return { transfer, request };
}

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T10:00:00Z"));
  const { id: controllerId } = await makeController(ctx);
  contact = await makeContact(ctx, { controllerId });
  const { transfer, request } = await fill(on("2026-11-10"), controllerId);
  await fill(on("2026-11-24"), (await makeController(ctx)).id);
  await stepTransfer(on("2026-11-21"), transfer, "suspend");
  await makeInstruction(on("2026-11-22"), { controllerId, text: "Ne rappelez plus après 20 heures." });
  const named = await withOrg(ctx.scope, (tx) =>
    tx.subProcessor.findFirstOrThrow({ where: { id: request.subProcessorId } }),
  );
  const stated = { service: "Lignes et enregistrement", data: "" };
  await fillSubProcessorSection(on("2026-11-23"), named, "service", stated);
});
afterAll(() => database.drop());

const changes = (since: Date | null, by = contact) =>
  withOrg(by.scope, (tx) => findChanges(tx, by.actor, since));

describe("what changed since a visit", () => {
  it("is what is new or changed in any list, the last first, and nobody else's", async () => {
    expect((await changes(VISIT)).map(({ item, change }) => [item, change])).toEqual([
      ["sub-processors", "changed"],
      ["instructions", "new"],
      ["transfers", "changed"],
    ]);
  });

  it("is everything, and new, to whoever was here before it all", async () => {
    const all = await changes(new Date("2026-11-03T10:00:00Z"));
    expect(new Set(all.map(({ item }) => item))).toEqual(new Set(RETAINED));
    expect(all.every(({ change }) => change === "new")).toBe(true);
  });

  it("is nothing on a first visit", async () => {
    expect(await changes(null)).toEqual([]);
  });
});

describe("one's own acts", () => {
  const at = (by: MadeContact, day: string): MadeContact => ({ ...by, now: new Date(`${day}T10:00:00Z`) });
  const give = instructionGiveSchema.parse({
    kind: "erasure",
    text: "Effacez les copies.",
    effectiveOn: "2026-11-25",
    transferEffect: "none",
    power: "Mandat social",
  });

  it("are no news to whoever did them, and are to a colleague", { timeout: 30_000 }, async () => {
    const request = await makeRequest(on("2026-11-10"));
    const { controllerId } = request;
    const mine = await makeContact(ctx, { controllerId });
    const colleague = await makeContact(ctx, { controllerId, name: mine.actor.name });
    const early = on("2026-11-10");
    const checked = await step(early, await makeInstruction(early, { controllerId }), "check");
    const contested = await step(early, checked, "contest");
    await makeDecision(at(mine, "2026-11-25"), request);
    const answer = { id: contested.id, version: contested.version, event: "confirm", power: "Mandat social" };
    valueOf(await answerInstruction(at(mine, "2026-11-25"), instructionAnswerSchema.parse(answer)));
    valueOf(await createInstruction(at(mine, "2026-11-25"), give));
    const navItems = async (by: MadeContact) =>
      (await changes(VISIT, by)).map(({ item, change }) => `${item} ${change}`).sort();
    expect(await navItems(mine)).toEqual([]);
    expect(await navItems(colleague)).toEqual([
      ...["documents new", "instructions changed", "instructions new", "requests changed"],
    ]);
  });

  it("hide nothing that somebody else did since", async () => {
    const by = await makeContact(ctx);
    const { id, version } = valueOf(await createInstruction(at(by, "2026-11-21"), give));
    await step(on("2026-11-22"), { id, version }, "check", { on: "2026-11-22" });
    expect(await changes(VISIT, by)).toMatchObject([{ item: "instructions", change: "changed", id }]);
  });
});

describe("what a portal counts", () => {
  it("is the controller's own, drafts left out", async () => {
    await makeRecord(on("2026-11-24"), { controllerId: contact.actor.controllerId });
    const counts = await withOrg(contact.scope, (tx) => countRetained(tx, contact.actor));
    expect(counts).toMatchObject({
      requests: 1,
      records: 1,
      contracts: 1,
      instructions: 2,
      "sub-processors": 1,
      transfers: 1,
    });
    expect(counts.documents).toBeGreaterThan(0);
    const { actor, scope } = await makeContact(ctx);
    expect(await withOrg(scope, (tx) => countRetained(tx, actor))).toEqual(
      Object.fromEntries(RETAINED.map((item) => [item, 0])),
    );
  });
});
