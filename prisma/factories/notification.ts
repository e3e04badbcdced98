import { NOTIFICATION_KIND_NAMES } from "@/lib/domain/notification/kinds";
import { chooseNotificationKinds } from "@/lib/features/notification/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** Chooses every kind but the members' own for whoever asks, which makes their row. */
export async function chooseKinds(ctx: StaffCtx) {
  const kinds = NOTIFICATION_KIND_NAMES.filter((kind) => kind !== "member");
  return valueOf(await chooseNotificationKinds(ctx, { kinds }));
}
