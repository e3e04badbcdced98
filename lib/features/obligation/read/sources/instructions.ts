import type { Channel, InstructionEventKind, InstructionState } from "@/lib/domain/instruction/types";
import { planInstruction } from "@/lib/domain/obligation/plan-instruction";
import { type FindObligations, PARTY, partyOf } from "./asked";

/** States that ask for an act of either side. */
const WAITING = ["received", "checked", "contested"];

export const findInstructionObligations: FindObligations = async (tx, asked) => {
  const unwritten = { channel: "telephone", facts: { none: { event: "confirm-in-writing" } } };
  const rows = await tx.instruction.findMany({
    where: { OR: [{ state: { in: WAITING } }, unwritten, { updatedAt: { gte: asked.doneSince } }] },
    select: {
      id: true,
      number: true,
      state: true,
      channel: true,
      receivedAt: true,
      effectiveOn: true,
      version: true,
      updatedAt: true,
      controller: PARTY,
      facts: { select: { event: true, factOn: true }, orderBy: { version: "asc" } },
    },
  });
  return rows
    .flatMap(({ id, number, controller, version, updatedAt, facts, ...it }) =>
      planInstruction({
        row: {
          subject: { id, reference: number },
          controller: partyOf(controller),
          version,
          path: `/instructions/${id}`,
          changedAt: updatedAt.getTime(),
        },
        state: it.state as InstructionState,
        channel: it.channel as Channel,
        receivedAt: it.receivedAt.getTime(),
        effectiveOn: it.effectiveOn,
        facts: facts.map(({ event, factOn }) => ({ event: event as InstructionEventKind, on: factOn })),
      }),
    )
    .filter(({ doneAt }) => doneAt === null || doneAt >= asked.doneSince.getTime());
};
