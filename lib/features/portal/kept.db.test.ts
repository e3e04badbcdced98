import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeClients } from "@/lib/platform/db";
import { withOrg } from "@/lib/platform/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, makeRecord } from "@/prisma/factories/register";
import { saySubProcessorSection } from "@/prisma/factories/sub-processor";
import { makeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { countKept, findChanges, KEPT } from "./kept";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let contact: MadeContact;

const VISIT = new Date("2026-11-20T12:00:00Z");
const on = (day: string): MadeOrganisation => ({ ...ctx, now: new Date(`${day}T10:00:00Z`) });

/** One of everything for a controller before the visit, and of another one after it. */
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
  const said = { service: "Lignes et enregistrement", data: "" };
  await saySubProcessorSection(on("2026-11-23"), named, "service", said);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const changes = (since: Date | null) => withOrg(contact.scope, (tx) => findChanges(tx, since));

describe("what changed since a visit", () => {
  it("is what is new or changed in any list, the last first, and nobody else's", async () => {
    expect((await changes(VISIT)).map(({ room, change }) => [room, change])).toEqual([
      ["sub-processors", "changed"],
      ["instructions", "new"],
      ["transfers", "changed"],
    ]);
  });

  it("is everything, and new, to whoever was here before it all", async () => {
    const all = await changes(new Date("2026-11-03T10:00:00Z"));
    expect(new Set(all.map(({ room }) => room))).toEqual(new Set(KEPT));
    expect(all.every(({ change }) => change === "new")).toBe(true);
  });

  it("is nothing on a first visit", async () => {
    expect(await changes(null)).toEqual([]);
  });
});

describe("what a portal counts", () => {
  it("is the controller's own, drafts left out", async () => {
    await makeRecord(on("2026-11-24"), { controllerId: contact.actor.controllerId });
    const counts = await withOrg(contact.scope, countKept);
    expect(counts).toMatchObject({
      ...{ requests: 1, records: 1, contracts: 1, instructions: 2, "sub-processors": 1, transfers: 1 },
    });
    expect(counts.documents).toBeGreaterThan(0);
    const { scope } = await makeContact(ctx);
    expect(await withOrg(scope, countKept)).toEqual(Object.fromEntries(KEPT.map((room) => [room, 0])));
  });
});
