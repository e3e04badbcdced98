import type { ChoiceAct, ChoiceOutcome, ChoiceSource } from "@/lib/domain/choice/choices";
import { newId } from "@/lib/platform/database/ids";
import { personKey } from "@/lib/platform/secrets/person-key";
import type { Unit } from "@/lib/platform/versioned/definition";
import { recordedBy } from "@/lib/platform/write/recorded-by";

type AddedChoice = {
  controllerId: string;
  /** Number in E.164 or address: made a key before anything is stored. */
  contact: string;
  act: ChoiceAct;
  purpose: string;
  /** Country of a transfer; every country where it is left out. */
  country?: string;
  outcome: ChoiceOutcome;
  source: ChoiceSource;
  proof: string;
  validUntil: string | null;
  decidedAt: Date;
};

/** Adds a choice within a transaction; null where there is no such controller. Returns the person's key, in hex. */
export async function addChoice(
  { tx, ctx, journal }: Unit,
  { contact, decidedAt, ...chosen }: AddedChoice,
): Promise<string | null> {
  const controller = await tx.controller.findFirst({
    where: { id: chosen.controllerId, archivedAt: null, mergedIntoId: null },
    select: { legalName: true },
  });
  if (!controller) return null;
  const id = newId(ctx.now);
  const key = personKey(ctx.scope.org, contact);
  await tx.choice.create({ data: { ...recordedBy(ctx), ...chosen, id, personKey: key, decidedAt } });
  const person = key.toString("hex");
  journal.note({
    event: "choice.recorded",
    subject: { noun: "choice", id, label: controller.legalName },
    after: { ...chosen, decidedAt: decidedAt.toISOString(), person },
  });
  return person;
}
