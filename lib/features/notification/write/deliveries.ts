import { LETTER_DELIVERIES, type NotificationDelivery } from "@/lib/domain/notification/delivery";
import { NOTIFICATION_KIND_NAMES, type NotificationKind } from "@/lib/domain/notification/kinds";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import { readStoredLetters, type StoredLetters } from "@/lib/features/notification/read/stored-letters";
import type { DeliveriesInput } from "@/lib/features/notification/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import { changeOwnRow } from "./own-row";

type Stored = { hiddenKinds: string[]; letters: unknown; head: number };

/**
 * Chooses how one learns of each kind. A hidden kind is neither listed nor counted; letters tell of what comes after the choice,
 * and one that stays as it was loses nothing that waits to be sent.
 */
export async function chooseDeliveries(
  ctx: StaffCtx,
  { deliveries }: DeliveriesInput,
): Promise<Outcome<null>> {
  return changeOwnRow(ctx, async (tx, memberId) => {
    const [stored] = await tx.$queryRaw<[Stored]>`
      SELECT r.hidden_kinds AS "hiddenKinds", r.letters, (SELECT seq::float8 FROM journal_head) AS head
      FROM notification_reading r WHERE r.member_id = ${memberId}::uuid FOR UPDATE OF r`;
    const before = readStoredLetters(stored.letters);
    const letters = lettersAfter(before, deliveries, stored.head);
    const hadDaily = Object.values(before).some(({ by }) => by === "daily");
    await tx.notificationReading.updateMany({
      where: { memberId },
      data: {
        hiddenKinds: NOTIFICATION_KIND_NAMES.filter((kind) =>
          deliveries[kind] === undefined ? stored.hiddenKinds.includes(kind) : deliveries[kind] === "none",
        ),
        letters,
        ...(!hadDaily && { dailyAt: ctx.now }),
        updatedAt: ctx.now,
      },
    });
  });
}

function lettersAfter(
  before: StoredLetters,
  deliveries: Partial<Record<NotificationKind, NotificationDelivery>>,
  head: number,
): StoredLetters {
  return Object.fromEntries(
    NOTIFICATION_KIND_NAMES.flatMap((kind) => {
      const chosen = deliveries[kind] ?? before[kind]?.by;
      const by = LETTER_DELIVERIES.find((one) => one === chosen);
      if (!by) return [];
      return [[kind, before[kind]?.by === by ? before[kind] : { by, since: head }]];
    }),
  );
}
