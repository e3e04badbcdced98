import { addressesIn, type AddressedClient } from "@/lib/domain/access/client-address";
import type { Tx } from "@/lib/platform/database/transaction";

/** Finds every controller with the addresses by which it is known, those of merged ones with the one that holds their rows. */
export async function findAddressedClients(tx: Tx): Promise<AddressedClient[]> {
  const rows = await tx.controller.findMany({
    select: {
      id: true,
      mergedIntoId: true,
      contactEmail: true,
      dpoContact: true,
      contacts: { select: { email: true } },
    },
  });
  return rows.map(({ id, mergedIntoId, contactEmail, dpoContact, contacts }) => ({
    id: mergedIntoId ?? id,
    addresses: [contactEmail, ...addressesIn(dpoContact), ...contacts.map(({ email }) => email)].filter(
      Boolean,
    ),
  }));
}
