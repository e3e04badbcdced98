import type { Role } from "@/lib/domain/access/actor";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import { refuseUnlessPresent } from "@/lib/platform/auth/presence";
import type { StaffCtx } from "@/lib/platform/request/context";

/** Null where the role is not the owner's, or whoever gives it has proved that it is them: an owner may do everything. */
export async function refuseUnprovedOwner(
  ctx: StaffCtx,
  role: string,
  password: string,
): Promise<Outcome<never> | null> {
  return role === ("owner" satisfies Role) ? refuseUnlessPresent(ctx, password) : null;
}
