import type { PlannedLetter } from "@/lib/domain/obligation/reminders";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";

/** Serialises planning in this organisation, so that no reminder is sent twice. */
export async function lockReminders(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reminders ${org}`}, 0))`;
}

/** Records each stage that a letter tells, beside the letter: both are there, or neither. */
export async function insertReminders(
  tx: Tx,
  { scope, now }: Ctx,
  { reminders, channel }: PlannedLetter,
  letterId: string,
): Promise<void> {
  await tx.reminder.createMany({
    data: reminders.map(({ readerId, obligation, due, stage }) => ({
      id: newId(now),
      orgId: scope.org,
      readerId,
      obligation,
      due,
      stage,
      letterId,
      isDigest: channel === "digest",
      plannedAt: now,
    })),
  });
}
