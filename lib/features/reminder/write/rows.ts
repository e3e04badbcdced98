import type { Tx } from "@/lib/platform/database/transaction";

/** Serialises planning in this organisation, so that no reminder is sent twice. */
export async function lockReminders(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reminders ${org}`}, 0))`;
}
