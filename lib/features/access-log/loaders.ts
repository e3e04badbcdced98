import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findAccessEntries } from "@/lib/features/access-log/read/queries";

export async function loadAccessLog(slug: string, controllerId: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "contact.read")) return [];
  const entries = await readInScope(ctx.scope, (tx) => findAccessEntries(tx, controllerId));
  return entries.map(({ lookedAt, batchId, ...entry }) => ({
    ...entry,
    at: lookedAt.getTime(),
    isSealed: batchId !== null,
  }));
}
