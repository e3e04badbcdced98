import { type InstructionStatus, instructionStatusOn } from "@/lib/domain/instruction/in-force";
import type { Tx } from "@/lib/platform/database/transaction";
import { datedInstruction, findInstructionsOf } from "./queries";

/** Characters of an instruction by which it is recognised in a list. */
const SHOWN_LENGTH = 80;

/** Statuses in which an instruction may be named: it binds, or will from a day that is known, 28(3)(a). */
const NAMEABLE: readonly InstructionStatus[] = ["in-force", "to-come"];

/**
 * Lists the instructions of a controller that something may execute on a day, the last received first: one that is to be
 * examined, contested, superseded or withdrawn is not. What is named already stays in the list.
 */
export async function findInstructionOptions(
  tx: Tx,
  controllerId: string,
  { day, named }: { day: string; named: string | null },
): Promise<{ value: string; label: string }[]> {
  const rows = await findInstructionsOf(tx, controllerId);
  const dated = rows.map(datedInstruction);
  const nameable = new Set(
    dated.filter((one) => NAMEABLE.includes(instructionStatusOn(one, day, dated))).map(({ id }) => id),
  );
  return rows
    .filter(({ id }) => nameable.has(id) || id === named)
    .toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
    .map(({ id, number, text }) => ({ value: id, label: `${number} · ${shorten(text)}` }));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line;
}
