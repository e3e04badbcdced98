import { itemAt } from "@/lib/domain/invariant/required";
import { findHolderName } from "@/lib/features/controller/read/active";
import type { Tx } from "@/lib/platform/database/transaction";
import { LAST_FIRST, STANDING } from "./standing";

/** Agreement of a person by its row, with what was last chosen about the same; the person is a key in hex. */
export type Agreement = NonNullable<Awaited<ReturnType<typeof findAgreementRow>>>;

/** Finds what a person agreed to; null for anything else, and for what a holder of parental responsibility answered. */
export async function findAgreementRow(tx: Tx, id: string) {
  const row = await tx.choice.findFirst({
    where: { id, outcome: "allowed", source: { not: "parent" } },
    select: {
      id: true,
      controllerId: true,
      personKey: true,
      act: true,
      purpose: true,
      country: true,
      validUntil: true,
      decidedAt: true,
      controller: { select: { id: true, legalName: true, mergedIntoId: true } },
    },
  });
  if (!row) return null;
  const { personKey, controller, ...agreement } = row;
  const { controllerId, act, purpose, country } = agreement;
  const made = await tx.choice.findMany({
    where: { personKey, controllerId, act, purpose, country, ...STANDING },
    orderBy: LAST_FIRST,
    take: 1,
    select: { outcome: true, validUntil: true, parentalConsentId: true },
  });
  return {
    ...agreement,
    person: Buffer.from(personKey).toString("hex"),
    controllerName: await findHolderName(tx, { controller }),
    last: itemAt(made, 0),
  };
}
