import { canonicalText } from "@/lib/domain/journal/canonical";
import type { InstructionRow } from "@/lib/features/instruction/read/queries";
import type { InstructionAnswer, InstructionGive } from "@/lib/features/portal-instruction/schema";
import type { ContactCtx } from "@/lib/platform/request/context";

/** Canonical text of an instruction as its form shows it. Its SHA-256 is the challenge that the passkey signs. */
export function givenStatement({ actor, scope }: ContactCtx, input: InstructionGive): string {
  const { text, kind, effectiveOn, transferEffect, transferText, recordIds, supersedesId, power, amends } =
    input;
  return canonicalText({
    form: "amana-instruction-1",
    organisation: scope.org,
    contact: actor.contactId,
    act: amends ? "amend" : "give",
    amends,
    instruction: {
      text,
      kind,
      effectiveOn,
      transferEffect,
      transferText,
      recordIds: recordIds.toSorted(),
      supersedesId,
    },
    power,
  });
}

/** Canonical text of an answer to an instruction, with the digest of the text that it answers. */
export function answeredStatement(
  { actor, scope }: ContactCtx,
  { id, number, textDigest }: Pick<InstructionRow, "id" | "number" | "textDigest">,
  { event, power, note, writing }: InstructionAnswer,
): string {
  return canonicalText({
    form: "amana-instruction-answer-1",
    organisation: scope.org,
    contact: actor.contactId,
    act: event,
    instruction: { id, number, textDigest },
    power,
    note,
    writing,
  });
}
