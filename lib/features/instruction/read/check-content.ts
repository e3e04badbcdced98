import { authorityOf, type Authority } from "@/lib/domain/instruction/authority";
import type { InstructionContent } from "@/lib/domain/instruction/content";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  findInstruction,
  findInstructors,
  findParty,
  findRecordsOf,
  receivedOn,
  type InstructionRow,
} from "./queries";
import type { InstructionMove } from "@/lib/features/instruction/schema";

type Asked = {
  controllerId: string;
  said: InstructionContent;
  /** Nothing new is received from an archived controller; what it said before is still put right. */
  isNew?: boolean;
  before?: InstructionRow;
};

/**
 * What the schema cannot know: the past, the register and the ledger. The answer is by what right the author instructs;
 * whoever may not is flagged and never refused, for what was received was received.
 */
export async function checkContent(tx: Tx, ctx: Ctx, asked: Asked): Promise<Outcome<Authority>> {
  const { controllerId, said, isNew = false, before } = asked;
  const party = await findParty(tx, controllerId);
  if (!party) return refuse({ kind: "not-found" });
  if (isNew && party.archivedAt) return invalid("controllerId", "instruction.archived");
  if (said.receivedAt > ctx.now) return invalid("receivedOn", "instruction.future");
  const held = new Set((await findRecordsOf(tx, controllerId)).map(({ id }) => id));
  if (said.recordIds.some((id) => !held.has(id))) return invalid("recordIds", "instruction.recordsElsewhere");
  const superseded = await checkSuperseded(tx, { controllerId, id: said.supersedesId, before });
  if (!superseded.ok) return superseded;
  return done(authorityOf(said.authorName, await findInstructors(tx, controllerId), receivedOn(said)));
}

/** An instruction comes in the place of one of the same controller, never of itself or of one that comes in its own. */
async function checkSuperseded(
  tx: Tx,
  { controllerId, id, before }: { controllerId: string; id: string | null; before?: InstructionRow },
): Promise<Outcome<null>> {
  if (id === null) return done(null);
  const other = await findInstruction(tx, id);
  const isFit =
    other?.controllerId === controllerId && id !== before?.id && other.supersedesId !== (before?.id ?? "");
  return isFit ? done(null) : invalid("supersedesId", "instruction.notItsPlace");
}

/** The instruction in whose favour one is amended must say so itself. */
export async function checkSuccessor(
  tx: Tx,
  { id }: InstructionRow,
  { event, successor }: InstructionMove,
): Promise<Outcome<null>> {
  if (event !== "amend") return done(null);
  const other = await findInstruction(tx, successor);
  return other?.supersedesId === id ? done(null) : invalid("successor", "instruction.notItsSuccessor");
}
