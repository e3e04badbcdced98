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
  content: InstructionContent;
  /** An archived controller gives no new instruction, while earlier ones can be corrected. */
  isNew?: boolean;
  before?: InstructionRow;
};

/**
 * Validates what needs the register and the ledger. Returns the author's right to instruct: an unauthorised author is
 * flagged, never refused, because receipt is a fact.
 */
export async function checkContent(tx: Tx, ctx: Ctx, asked: Asked): Promise<Outcome<Authority>> {
  const { controllerId, content, isNew = false, before } = asked;
  const party = await findParty(tx, controllerId);
  if (!party) return refuse({ kind: "not-found" });
  if (isNew && party.archivedAt) return invalid("controllerId", "instruction.archived");
  if (content.receivedAt > ctx.now) return invalid("receivedOn", "instruction.future");
  const held = new Set((await findRecordsOf(tx, controllerId)).map(({ id }) => id));
  if (content.recordIds.some((id) => !held.has(id)))
    return invalid("recordIds", "instruction.recordsElsewhere");
  const superseded = await checkSuperseded(tx, { controllerId, id: content.supersedesId, before });
  if (!superseded.ok) return superseded;
  return done(authorityOf(content.authorName, await findInstructors(tx, controllerId), receivedOn(content)));
}

/** Refuses another controller's instruction, itself, and one that supersedes it. */
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

/** Requires the succeeding instruction to name the amended one. */
export async function checkSuccessor(
  tx: Tx,
  { id }: InstructionRow,
  { event, successor }: InstructionMove,
): Promise<Outcome<null>> {
  if (event !== "amend") return done(null);
  const other = await findInstruction(tx, successor);
  return other?.supersedesId === id ? done(null) : invalid("successor", "instruction.notItsSuccessor");
}
