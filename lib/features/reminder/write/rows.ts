import type { Tx } from "@/lib/platform/database/transaction";

/** Whoever plans reminders waits here for whoever does the same in this organisation: one tells, the other sees it told. */
export async function lockReminders(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reminders ${org}`}, 0))`;
}
