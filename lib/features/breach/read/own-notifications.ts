import {
  OWN_NOTIFICATIONS,
  standingNotifications,
  toldSchema,
  type OwnNotification,
  type OwnNotificationKind,
  type OwnStatement,
} from "@/lib/domain/breach/own-notification";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Columns that the portal's view of a fact has too. */
const statementSelect = {
  id: true,
  noticeId: true,
  controllerId: true,
  kind: true,
  at: true,
  told: true,
  recordedAt: true,
  authorName: true,
} satisfies Prisma.BreachNoticeFactSelect;
type Row = Prisma.BreachNoticeFactGetPayload<{ select: typeof statementSelect }>;

/** Reads what each controller told of its own duties about each breach, as it stood at an instant; none until it tells. */
export async function findOwnNotifications(
  tx: Tx,
  breachIds: readonly string[],
  until?: Date,
): Promise<(breachId: string, controllerId: string) => OwnNotification[]> {
  const rows = await tx.breachNoticeFact.findMany({
    where: {
      breachId: { in: [...breachIds] },
      kind: { in: [...OWN_NOTIFICATIONS] },
      ...(until && { recordedAt: { lte: until } }),
    },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: { ...statementSelect, breachId: true },
  });
  return (breachId, controllerId) =>
    standingNotifications(
      rows
        .filter((row) => row.breachId === breachId && row.controllerId === controllerId)
        .flatMap(readStatement),
    );
}

/**
 * Reads what a contact's own controller told about an incident. Statements name the incident; those of before named one of its
 * notices.
 */
export async function findOwnNotificationsOf(
  tx: Tx,
  { incident, noticeIds }: { incident: string; noticeIds: readonly string[] },
): Promise<OwnNotification[]> {
  const rows = await tx.breachNoticeFact.findMany({
    where: {
      OR: [{ breachControllerId: incident }, { noticeId: { in: [...noticeIds] } }],
      kind: { in: [...OWN_NOTIFICATIONS] },
    },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: statementSelect,
  });
  return standingNotifications(rows.flatMap(readStatement));
}

function readStatement({ id, kind, at, told, recordedAt, authorName }: Row): OwnStatement[] {
  if (at === null) return [];
  // The schema of the form wrote the kind, which the query asked for.
  const stated = { kind: kind as OwnNotificationKind, told: toldSchema.parse(told) };
  return [{ id, ...stated, at: at.getTime(), recordedAt: recordedAt.getTime(), authorName }];
}
