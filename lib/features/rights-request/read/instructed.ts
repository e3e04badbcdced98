import type { ExecutionRefusal } from "@/lib/domain/instruction/naming";
import { executionRefusals, isOverridable, standingRefusals } from "@/lib/domain/instruction/naming";
import type { Fact } from "@/lib/domain/rights-request/facts";
import type { RequestFile } from "@/lib/domain/rights-request/file";
import { writtenReasonOf } from "@/lib/domain/rights-request/instruction-reason";
import { datedInstruction, findInstructionsOf } from "@/lib/features/instruction/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Instruction of a request that may not be executed on a day, with everything that stands against it, 28(3)(a). */
export type HeldInstruction = { id: string; number: string; refusals: ExecutionRefusal[] };

/** Facts of a request that say on which instruction it is executed. */
export type InstructedRequest = { id: string; file: RequestFile; facts: readonly Fact[] };

/** True while its controller's instruction to act is being executed, or will be. */
function isExecuting({ file }: InstructedRequest): boolean {
  const { state, decision, instructed } = file;
  const isOpen = state === "instructed" || state === "executing";
  return isOpen && decision !== "refuse" && instructed?.value.instructionId !== undefined;
}

/**
 * Finds, by request, the instructions that are executed though they do not hold on a day: withdrawn, replaced, contested or not in force.
 * One that waits for its examination or its first day is among them once the execution has begun. A statement however many requests
 * there are, and none where none executes an instruction.
 */
export async function findHeldInstructions(
  tx: Tx,
  requests: readonly InstructedRequest[],
  day: string,
): Promise<Map<string, HeldInstruction>> {
  const executing = requests.filter(isExecuting);
  if (executing.length === 0) return new Map();
  const controllers = new Set(executing.flatMap(({ file }) => file.controllerId ?? []));
  const rows = await findInstructionsOf(tx, ...controllers);
  const all = rows.map(datedInstruction);
  return new Map(
    executing.flatMap((one) => {
      const id = one.file.instructed?.value.instructionId;
      const row = rows.find((instruction) => instruction.id === id);
      if (!row) return [];
      const own = all.filter(({ controllerId }) => controllerId === row.controllerId);
      const found = executionRefusals(datedInstruction(row), { use: "rights-request", day, all: own });
      const refusals = standingRefusals(found, writtenReasonOf(one.facts)).filter(
        (refusal) => one.file.state === "executing" || !isAwaited(refusal),
      );
      return refusals.length === 0 ? [] : [[one.id, { id: row.id, number: row.number, refusals }]];
    }),
  );
}

/** Says of what ends by itself, or by a reason, that it only waits. */
function isAwaited(refusal: ExecutionRefusal): boolean {
  return refusal === "ToCome" || isOverridable(refusal);
}

/**
 * Finds the same as its controller is told: what it said or left unsaid itself. Our own examination and classification of its
 * instruction are not shown to it.
 */
export async function findHeldForController(
  tx: Tx,
  requests: readonly InstructedRequest[],
  day: string,
): Promise<Map<string, HeldInstruction>> {
  const held = await findHeldInstructions(tx, requests, day);
  return new Map(
    [...held].flatMap(([id, one]) => {
      const refusals = one.refusals.filter((refusal) => !isOverridable(refusal));
      return refusals.length === 0 ? [] : [[id, { ...one, refusals }]];
    }),
  );
}
