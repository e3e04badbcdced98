import type { Correction } from "@/lib/domain/choice/choices";
import { findHolderName } from "@/lib/features/controller/read/active";
import type { Choice } from "@/lib/generated/prisma/client";
import { newId } from "@/lib/platform/database/ids";
import type { Unit } from "@/lib/platform/versioned/definition";
import { recordedBy } from "@/lib/platform/write/recorded-by";

/** Adds the row that takes a choice back, 5(1)(d): the choice itself stays as it was recorded. */
export async function correctChoice(
  { tx, ctx, journal }: Unit,
  choice: Choice,
  reason: Correction,
): Promise<void> {
  const id = newId(ctx.now);
  const { controllerId, personKey: key, act, purpose, country, decidedAt, source, proof } = choice;
  const correction = {
    controllerId,
    act,
    purpose,
    country,
    source,
    proof,
    outcome: "corrected",
    correctsId: choice.id,
    correction: reason,
  };
  const controller = await tx.controller.findFirstOrThrow({
    where: { id: controllerId },
    select: { id: true, legalName: true, mergedIntoId: true },
  });
  // Belongs to the same link: its page reads no other rows.
  const { consultationPersonId } = choice;
  await tx.choice.create({
    data: { ...recordedBy(ctx), ...correction, id, personKey: key, decidedAt, consultationPersonId },
  });
  journal.note({
    event: "choice.recorded",
    subject: { noun: "choice", id, label: await findHolderName(tx, { controller }) },
    after: {
      ...correction,
      decidedAt: decidedAt.toISOString(),
      person: Buffer.from(key).toString("hex"),
    },
  });
}
