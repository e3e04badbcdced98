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
  return describeSight(
    contact,
    merges.map(({ contacts }) => contacts),
    await findLabels(tx, group),
  );
}

/** Names controllers by id, distinct where two share a legal name. */
export async function findSightNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await findLabels(tx, ids)).map(({ id, label }) => [id, label]));
}

async function findLabels(tx: Tx, ids: readonly string[]) {
  const rows = await tx.controller.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    select: { id: true, legalName: true, registrationNumber: true, address: true, contactEmail: true },
  });
  return labelControllers(rows);
}

export type SightContact = Awaited<ReturnType<typeof findSightContacts>>[number];

export function findSightContacts(tx: Tx, controllerId: string) {
  return tx.controllerContact.findMany({
    where: { controllerId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      controllerId: true,
      sees: true,
      role: true,
      name: true,
      email: true,
      capacity: true,
      language: true,
      expiresAt: true,
      acceptedAt: true,
      endedAt: true,
    },
  });
}
