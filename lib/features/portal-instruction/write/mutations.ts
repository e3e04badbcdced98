import { timeIn } from "@/lib/domain/time/typed-instant";
import { coversSchema } from "@/lib/domain/instruction/content";
import { proposeCode } from "@/lib/domain/instruction/number";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { insertContactSignature } from "@/lib/features/second-factor/write/contact-signature";
import { findCode } from "@/lib/features/instruction/read/numbers";
import { findParty, type InstructionRow } from "@/lib/features/instruction/read/queries";
import { enterInstruction, stepInstruction } from "@/lib/features/instruction/write/mutations";
import type { InstructionMove } from "@/lib/features/instruction/schema";
import type { ContactCtx } from "@/lib/platform/request/context";
import { findStewards } from "@/lib/platform/mail/stewards";
import { isProcessorsOwn } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { notifyStewards } from "./letters";
import { readAnswerSignature, readGivenSignature } from "./signature";
import type { InstructionAnswer, InstructionGive } from "@/lib/features/portal-instruction/schema";

/**
 * Records an instruction of a contact who binds the controller, article 28(3)(a), as received now. Amending a contested
 * one also answers the alert of article 28(3), last subparagraph.
 */
export async function createInstruction(
  ctx: ContactCtx,
  input: InstructionGive,
): Promise<Outcome<InstructionRow>> {
  if (!isAuthorised(ctx, "instruction.give")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "processorsOwn");
  const { contactId, controllerId } = ctx.actor;
  const signed = await readGivenSignature(ctx, input);
  if (!signed.ok) return signed;
  const stewards = await findStewards(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const unit = { tx, ctx, journal };
    const openSeries = (tx: Tx) => openOwnSeries(tx, ctx);
    const given = { controllerId, contactId, content: contentOf(ctx, input), openSeries };
    const entered = await enterInstruction(unit, given);
    if (!entered.ok) return entered;
    if (input.amends) {
      const { amends, version, power } = input;
      const move = moveOf(ctx, { id: amends, version, event: "amend", power, successor: entered.value.id });
      const amended = await stepInstruction(unit, { move, contactId });
      if (!amended.ok) return amended;
    }
    const { id, version } = entered.value;
    await insertContactSignature(tx, ctx, { noun: "instruction", id, version }, signed.value);
    await notifyStewards(tx, ctx, stewards, { row: entered.value, event: "given" });
    return entered;
  });
}

/** Acknowledges a letter, confirms a contested instruction or withdraws it. */
export async function answerInstruction(
  ctx: ContactCtx,
  input: InstructionAnswer,
): Promise<Outcome<InstructionRow>> {
  if (!isAuthorised(ctx, "instruction.answer")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "processorsOwn");
  const { contactId } = ctx.actor;
  const signed = await readAnswerSignature(ctx, input);
  if (!signed.ok) return signed;
  const stewards = await findStewards(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const answered = await stepInstruction({ tx, ctx, journal }, { move: moveOf(ctx, input), contactId });
    if (!answered.ok) return answered;
    const { id, version } = answered.value;
    await insertContactSignature(tx, ctx, { noun: "instruction", id, version }, signed.value);
    await notifyStewards(tx, ctx, stewards, { row: answered.value, event: input.event });
    return answered;
  });
}

function contentOf({ actor, now }: ContactCtx, input: InstructionGive) {
  const { power, amends, version: _version, assertion: _assertion, ...values } = input;
  return {
    ...values,
    supersedesId: amends ?? values.supersedesId,
    authorName: actor.name,
    authorPower: power,
    channel: "portal" as const,
    receivedAt: now,
    // Deviations from the contract are read from the text at its examination.
    covers: coversSchema.parse({}),
  };
}

type Answered = Pick<InstructionMove, "id" | "version" | "event"> & {
  power: string;
} & Partial<InstructionMove>;

/** Takes the contact's text as written confirmation of a telephone call. */
function writingOf(name: string, { event, writing = "" }: Pick<Answered, "event" | "writing">) {
  if (event !== "confirm-in-writing") return { writer: "", medium: "", writing: "" } as const;
  return { writer: name, medium: "portal", writing } as const;
}

/** The act itself is the evidence: author and power. */
function moveOf({ actor, now }: ContactCtx, { power, ...values }: Answered): InstructionMove {
  return {
    note: "",
    infringes: "",
    recipient: "",
    successor: "",
    email: null,
    ...values,
    ...writingOf(actor.name, values),
    source: [actor.name, power].filter(Boolean).join(", "),
    on: todayIn("Africa/Casablanca", now.getTime()),
    time: timeIn(now.getTime()),
  };
}

/**
 * Uses the existing code, or the likeliest free one. Row-level security hides codes of other controllers, so a
 * collision appears only on insert.
 */
export async function openOwnSeries(tx: Tx, { actor, scope, now }: ContactCtx): Promise<Outcome<string>> {
  const { controllerId } = actor;
  const known = await findCode(tx, controllerId);
  if (known !== null) return done(known);
  const party = await findParty(tx, controllerId);
  const used = new Set<string>();
  for (;;) {
    const code = proposeCode(party?.legalName ?? "", used);
    const { count } = await tx.instructionSeries.createMany({
      data: [{ controllerId, orgId: scope.org, code, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 1) return done(code);
    used.add(code);
  }
}
