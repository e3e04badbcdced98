import type { NotificationDelivery } from "@/lib/domain/notification/delivery";
import { NOTIFICATION_KIND_NAMES, type NotificationKind } from "@/lib/domain/notification/kinds";
import { chooseDeliveries } from "@/lib/features/notification/write/deliveries";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** Chooses every kind but the members' own for whoever asks, which makes their row. */
export async function chooseKinds(ctx: StaffCtx) {
  const kinds = NOTIFICATION_KIND_NAMES.map((kind) => [kind, kind === "member" ? "none" : "shown"]);
  return chooseDelivery(ctx, Object.fromEntries(kinds));
}

/** Chooses how whoever asks learns of some kinds. */
export async function chooseDelivery(
  ctx: StaffCtx,
  deliveries: Partial<Record<NotificationKind, NotificationDelivery>>,
) {
  return valueOf(await chooseDeliveries(ctx, { deliveries }));
}
