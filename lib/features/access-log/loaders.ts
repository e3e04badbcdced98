import "server-only";
import { can } from "@/lib/domain/access/policy";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findAccessEntries } from "./data";

/** Who of a controller looked at what, and when, for its page. */
export async function loadAccessLog(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "contact.read")) return [];
  const looks = await withOrg(ctx.scope, (tx) => findAccessEntries(tx, controllerId));
  return looks.map(({ lookedAt, batchId, ...look }) => ({
    ...look,
    at: lookedAt.getTime(),
    isSealed: batchId !== null,
  }));
}
