import type { Channel, InstructionFact, InstructionState } from "@/lib/domain/instruction/types";
import {
  type Due,
  instantOfDay,
  type Obligation,
  obligationOf,
  onDay,
  type Row,
  since,
  todayAtHome,
} from "./types";

export type InstructionToPlan = {
  row: Row;
  state: InstructionState;
  channel: Channel;
  receivedAt: number;
  effectiveOn: string;
  facts: readonly InstructionFact[];
};

export function planInstruction(it: InstructionToPlan): Obligation[] {
  return [...planState(it), ...planWriting(it)];
}

function planState(it: InstructionToPlan): Obligation[] {
  const { row, state, facts } = it;
  const checkedAt = instantOf(facts, ["check", "contest"]);
  const decidedAt = instantOf(facts, ["accept", "contest"]);
  const answeredAt = instantOf(facts, ["confirm", "amend", "withdraw"]);
  switch (state) {
    case "received":
      return [obligationOf(row, "instruction.check", dueOf(it))];
    case "checked":
      return [
        obligationOf(row, "instruction.check", dueOf(it), { doneAt: checkedAt }),
        obligationOf(row, "instruction.decide", dueOf(it)),
      ];
    case "contested":
      return [
        obligationOf(row, "instruction.decide", dueOf(it), { doneAt: decidedAt }),
        obligationOf(row, "instruction.reply", since(decidedAt ?? it.receivedAt)),
      ];
    case "accepted":
      return [obligationOf(row, "instruction.decide", dueOf(it), { doneAt: decidedAt })];
    case "confirmed":
    case "amended":
    case "withdrawn":
      return decidedAt !== null
        ? [obligationOf(row, "instruction.reply", since(decidedAt), { doneAt: answeredAt })]
        : [];
  }
}

/** Articles 28(3)(a) and 28(9): a telephone call is no document until it is confirmed in writing. */
function planWriting({ row, state, channel, receivedAt, facts }: InstructionToPlan): Obligation[] {
  if (channel !== "telephone") return [];
  const doneAt = instantOf(facts, ["confirm-in-writing"]);
  const isOver = state === "withdrawn" || state === "amended";
  return isOver && doneAt === null
    ? []
    : [obligationOf(row, "instruction.writing", since(receivedAt), { doneAt })];
}

/** Before it takes effect; where it does so at once, without delay. */
function dueOf({ receivedAt, effectiveOn }: InstructionToPlan): Due {
  return effectiveOn > todayAtHome(receivedAt) ? onDay(effectiveOn) : since(receivedAt);
}

function instantOf(
  facts: readonly InstructionFact[],
  events: readonly InstructionFact["event"][],
): number | null {
  const last = facts.findLast(({ event }) => events.includes(event));
  return last ? instantOfDay(last.on) : null;
}
