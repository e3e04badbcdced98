import type { ContactSight } from "@/lib/domain/controller/contact-sight";
import { describeSight } from "@/lib/domain/controller/contact-sight";
import { findGroup } from "@/lib/features/controller/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";
import { labelControllers } from "./labels";
import { findMergeOf } from "./queries";

/** Null where the contact's controller was never merged. */
export async function findContactSight(tx: Tx, contactId: string): Promise<ContactSight | null> {
  const contact = await tx.controllerContact.findFirst({
    where: { id: contactId },
    select: { id: true, controllerId: true, sees: true },
  });
  if (!contact) return null;
  const group = await findGroup(tx, contact.controllerId);
  if (group.length === 1) return null;
  const merges = [];
  for (const id of group) {
    const merge = id === contact.controllerId ? null : await findMergeOf(tx, id);
    if (merge) merges.push(merge);
  }
  merges.sort((one, other) => one.mergedAt.getTime() - other.mergedAt.getTime());
  const rows = await tx.controller.findMany({
    where: { id: { in: group } },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    select: { id: true, legalName: true, registrationNumber: true, address: true, contactEmail: true },
  });
  return describeSight(
    contact,
    merges.map(({ contacts }) => contacts),
    labelControllers(rows),
  );
}
