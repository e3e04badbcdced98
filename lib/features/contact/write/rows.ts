import type { Tx } from "@/lib/platform/database/transaction";
import { type ContactRow, findContact } from "@/lib/features/contact/read/queries";

/** Locks the row until the transaction ends. */
export async function lockContact(tx: Tx, id: string): Promise<ContactRow | null> {
  await tx.$queryRaw`SELECT 1 FROM controller_contact WHERE id = ${id}::uuid FOR UPDATE`;
  return findContact(tx, id);
}
