import { itemAt } from "@/lib/domain/invariant/required";
import type { InstructionUse } from "@/lib/domain/instruction/kind";
import {
  type ExecutionRefusal,
  executionRefusals,
  isOverridable,
  type NameableInstructions,
  namingRefusals,
  type OverridableRefusal,
  refusalsSetAside,
  standingRefusals,
} from "@/lib/domain/instruction/naming";
import { done, type Issue, type Outcome, invalid, refuse } from "@/lib/domain/outcome/outcome";
import type { Tx } from "@/lib/platform/database/transaction";
import { datedInstruction, findInstructionsOf } from "./queries";

/** Characters of an instruction by which it is recognised in a list. */
const SHOWN_LENGTH = 80;

type Asked = {
  controllerId: string;
  use: InstructionUse;
  day: string;
  /** Named already: it stays in the list, and unchanged is not refused. */
  named: string | null;
};

/** Lists which instructions of a controller work may execute on a day, the last received first, and why others may not be named. */
export async function findNameable(tx: Tx, asked: Asked): Promise<NameableInstructions> {
  const judged = (await judgeInstructions(tx, asked)).map(({ row, refusals }) => ({
    row,
    reasons: namingRefusals(refusals),
    isLater: refusals.includes("ToCome"),
    isOffered: row.id === asked.named || namingRefusals(refusals).every(isOverridable),
  }));
  return {
    options: judged
      .filter(({ isOffered }) => isOffered)
      .map(({ row, reasons, isLater }) => ({
        value: row.id,
        label: `${row.number} · ${shorten(row.text)}`,
        overrides: reasons.filter(isOverridable),
        effectiveOn: isLater ? row.effectiveOn : null,
      })),
    withheld: judged
      .filter(({ isOffered }) => !isOffered)
      .map(({ row, reasons }) => ({ id: row.id, number: row.number, reasons })),
  };
}

type Named = { id: string | null; field: string; writtenReason: string };

/**
 * Checks the instruction that a form names by the rule of its list, and gives back the written reason to store: "" where none was
 * needed. Refuses under `field` with a key `instruction<reason>` for each reason, one of another controller as if there were none;
 * under `instructionReason` where a written reason would do.
 */
export async function checkNamed(
  tx: Tx,
  { id, field, writtenReason, ...asked }: Asked & Named,
): Promise<Outcome<string>> {
  if (id === null) return done("");
  const found = (await judgeInstructions(tx, asked)).find(({ row }) => row.id === id);
  if (!found) return id === asked.named ? done(writtenReason) : invalid(field, "instructionElsewhere");
  const reasons = namingRefusals(found.refusals);
  if (reasons.length > 0 && id === asked.named) return done(writtenReason.trim());
  return checkReason({ number: found.row.number, refusals: reasons }, { field, writtenReason });
}

/**
 * Checks as `checkNamed` does whether an instruction is executed on that day, which also waits for the day from which it has
 * effect; one that is not in the ledger of its controller is refused with the key `absent`.
 */
export async function checkExecuted(
  tx: Tx,
  { id, field, writtenReason, absent, ...asked }: Omit<Asked, "named"> & Named & { absent: string },
): Promise<Outcome<string>> {
  const found = (await judgeInstructions(tx, asked)).find(({ row }) => row.id === id);
  if (!found) return invalid(field, absent);
  return checkReason({ number: found.row.number, refusals: found.refusals }, { field, writtenReason });
}

/** Gives back the reason to store, or every refusal that stands beside it. */
function checkReason(
  { number, refusals }: { number: string; refusals: readonly ExecutionRefusal[] },
  { field, writtenReason }: Omit<Named, "id">,
): Outcome<string> {
  const standing = standingRefusals(refusals, writtenReason);
  // Asks for a reason only where one would do.
  const isAsked = standing.every(isOverridable);
  const issues = standing.map((refusal): Issue => {
    const params = { number };
    return isAsked
      ? { path: WRITTEN_REASON, key: `instructionReason_${refusal}`, params }
      : { path: field, key: `instruction${refusal}`, params };
  });
  if (issues.length > 0) return refuse({ kind: "invalid", issues });
  return done(refusals.length > 0 ? writtenReason.trim() : "");
}

/** Field of a form that names an instruction in which the written reason is asked. */
const WRITTEN_REASON = "instructionReason";

/** Refusals of a named instruction on a day: those that stand beside its written reason, and those that it sets aside. */
export type InstructionFit = {
  /** Null where the controller has no such instruction, or none is named. */
  refusals: ExecutionRefusal[] | null;
  setAside: OverridableRefusal[];
};

/** Judges on a day the instruction that work names. */
export async function findFit(
  tx: Tx,
  { id, writtenReason, ...asked }: Omit<Asked, "named"> & { id: string | null; writtenReason: string },
): Promise<InstructionFit> {
  if (id === null) return { refusals: null, setAside: [] };
  const found = (await judgeInstructions(tx, asked)).find(({ row }) => row.id === id);
  if (!found) return { refusals: null, setAside: [] };
  return {
    refusals: standingRefusals(found.refusals, writtenReason),
    setAside: refusalsSetAside(found.refusals, writtenReason),
  };
}

async function judgeInstructions(tx: Tx, { controllerId, use, day }: Omit<Asked, "named">) {
  const rows = await findInstructionsOf(tx, controllerId);
  const all = rows.map(datedInstruction);
  return rows
    .map((row, index) => ({ row, refusals: executionRefusals(itemAt(all, index), { use, day, all }) }))
    .toReversed();
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line;
}
