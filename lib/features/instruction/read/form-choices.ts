import { instructionNumber, proposeCode } from "@/lib/domain/instruction/number";
import { excerptOf } from "@/lib/domain/instruction/text";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { findCode, findTakenCodes } from "./numbers";
import { findInstructionsOf, findInstructors, findParty, findRecordsOf } from "./queries";

/** Null where the controller is archived or missing. */
export async function findForm(tx: Tx, ctx: StaffCtx, controllerId: string) {
  const party = await findParty(tx, controllerId);
  if (!party || party.archivedAt) return null;
  const code = await findCode(tx, controllerId);
  const proposed = code ?? proposeCode(party.legalName, await findTakenCodes(tx));
  return {
    ...(await findFormChoices(tx, controllerId)),
    controller: { id: party.id, legalName: party.legalName },
    isCodeKnown: code !== null,
    code: proposed,
    example: instructionNumber({ code: proposed, year: Number(today(ctx).slice(0, 4)), counter: 1 }),
    today: today(ctx),
  };
}

export async function findFormChoices(tx: Tx, controllerId: string) {
  const ledger = await findInstructionsOf(tx, controllerId);
  return {
    instructors: await findInstructors(tx, controllerId),
    records: (await findRecordsOf(tx, controllerId)).map(({ id, reference, activity }) => ({
      id,
      reference,
      activity,
    })),
    earlier: ledger.map(({ id, number, text }) => ({ id, number, text: excerptOf(text) })),
  };
}
