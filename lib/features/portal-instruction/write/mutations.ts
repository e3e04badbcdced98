import { can } from "@/lib/domain/nouns/policy";
import { timeIn } from "@/lib/domain/instruction/as-typed";
import { coversSchema } from "@/lib/domain/instruction/content";
import { proposeCode } from "@/lib/domain/instruction/number";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { findCode, findParty, type InstructionRow } from "@/lib/features/instruction/read/queries";
import { enterInstruction, stepInstruction } from "@/lib/features/instruction/write/mutations";
import type { InstructionMove } from "@/lib/features/instruction/schema";
import type { ContactCtx } from "@/lib/platform/request/context";
import { findStewards } from "@/lib/platform/mail/stewards";
import { isProcessorsOwn } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { notifyStewards } from "./letters";
import type { InstructionAnswer, InstructionGive } from "@/lib/features/portal-instruction/schema";

/**
 * A contact who binds the controller instructs, 28(3)(a): its words are in the ledger as received now, under the next
 * number. One that amends a contested instruction answers the alert at once, 28(3) last subparagraph.
 */
export async function giveInstruction(
  ctx: ContactCtx,
  input: InstructionGive,
): Promise<Outcome<InstructionRow>> {
  if (!can(ctx.actor, "instruction.give") || (await isProcessorsOwn(ctx)))
    return refuse({ kind: "forbidden" });
  const { contactId, controllerId } = ctx.actor;
  const stewards = await findStewards(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const openSeries = (tx: Tx) => openOwnSeries(tx, ctx);
    const given = { controllerId, contactId, said: contentOf(ctx, input), openSeries };
    const entered = await enterInstruction(tx, ctx, journal, given);
    if (!entered.ok) return entered;
    if (input.amends) {
      const { amends: id, version, power } = input;
      const move = moveOf(ctx, { id, version, event: "amend", power, successor: entered.value.id });
      const amended = await stepInstruction(tx, ctx, journal, { move, contactId });
      if (!amended.ok) return amended;
    }
    await notifyStewards(tx, ctx, stewards, { row: entered.value, said: "given" });
    return entered;
  });
}

/** It says that our letter came, confirms what was contested, or gives an instruction up. */
export async function answerInstruction(
  ctx: ContactCtx,
  input: InstructionAnswer,
): Promise<Outcome<InstructionRow>> {
  if (!can(ctx.actor, "instruction.answer") || (await isProcessorsOwn(ctx)))
    return refuse({ kind: "forbidden" });
  const { contactId } = ctx.actor;
  const stewards = await findStewards(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const answered = await stepInstruction(tx, ctx, journal, { move: moveOf(ctx, input), contactId });
    if (!answered.ok) return answered;
    await notifyStewards(tx, ctx, stewards, { row: answered.value, said: input.event });
    return answered;
  });
}

function contentOf({ actor, now }: ContactCtx, input: InstructionGive) {
  const { power, amends, version: _version, ...said } = input;
  return {
    ...said,
    supersedesId: amends ?? said.supersedesId,
    authorName: actor.name,
    authorPower: power,
    channel: "portal" as const,
    receivedAt: now,
    // What it lets be done beyond the contract is read out of its words by whoever checks it.
    covers: coversSchema.parse({}),
  };
}

type Answered = Pick<InstructionMove, "id" | "version" | "event"> & {
  power: string;
} & Partial<InstructionMove>;

/** A telephone call is confirmed by the words that the contact writes in the portal. */
function writingOf(name: string, { event, writing = "" }: Pick<Answered, "event" | "writing">) {
  if (event !== "confirm-in-writing") return { writer: "", medium: "", writing: "" } as const;
  return { writer: name, medium: "portal", writing } as const;
}

/** The paper is the act itself: who did it, and by what power. */
function moveOf({ actor, now }: ContactCtx, { power, ...said }: Answered): InstructionMove {
  return {
    ...{ note: "", infringes: "", recipient: "", successor: "", email: null },
    ...said,
    ...writingOf(actor.name, said),
    source: [actor.name, power].filter(Boolean).join(", "),
    on: todayIn("Africa/Casablanca", now.getTime()),
    time: timeIn(now.getTime()),
  };
}

/**
 * Its code, or with the first instruction the likeliest that is free. Which are taken it cannot read, for they recall
 * other controllers' names: it learns that one is when it cannot have it.
 */
async function openOwnSeries(tx: Tx, { actor, scope, now }: ContactCtx): Promise<Outcome<string>> {
  const { controllerId } = actor;
  const known = await findCode(tx, controllerId);
  if (known !== null) return done(known);
  const party = await findParty(tx, controllerId);
  const taken = new Set<string>();
  for (;;) {
    const code = proposeCode(party?.legalName ?? "", taken);
    const { count } = await tx.instructionSeries.createMany({
      data: [{ controllerId, orgId: scope.org, code, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 1) return done(code);
    taken.add(code);
  }
}
