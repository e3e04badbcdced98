import { Client } from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { StaffCtx } from "@/lib/platform/request/context";
import { prepareRequest, sendDraft } from "@/prisma/factories/authorisation";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { mergeInto, unmerge } from "@/prisma/factories/merge";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { addMessage } from "@/prisma/factories/thread";
import { makeTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let owner: Client;
export let ctx: MadeOrganisation;

/** Goes on in an organisation of its own. */
export async function beginElsewhere() {
  ctx = await makeOrganisation(database.ownerUrl);
}

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  beforeEach(async () => {
    await beginElsewhere();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });
}

export const merge = (id: string, intoId: string, stated: Record<string, unknown> = {}, by: StaffCtx = ctx) =>
  mergeInto(by, [id, intoId], stated);
export const undo = (id: string) => unmerge(ctx, id);

/** Creates a row of each kind that a merge moves, with a thread. */
export async function makeServed(stated: Record<string, unknown> = {}) {
  const controllerId = (await makeController(ctx, stated)).id;
  const record = await makeActiveRecord(ctx, { controllerId });
  const contract = await makeContractInForce(ctx, { controllerId });
  const transfer = await makeTransfer(ctx, { controllerId });
  const instruction = await makeInstruction(ctx, { controllerId });
  const subProcessorId = (await makeSubProcessor(ctx)).id;
  const request = await sendDraft(ctx, await prepareRequest(ctx, { controllerId, subProcessorId }));
  await addMessage(ctx, record.id);
  return { id: controllerId, rows: { record, contract, transfer, instruction, request } };
}
