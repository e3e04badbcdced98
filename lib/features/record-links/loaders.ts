import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findNaming, type LinkSubject } from "@/lib/features/record-links/read/queries";

export async function loadNaming(slug: string, subject: LinkSubject) {
  const ctx = await requireStaff(slug);
  const found = await readInScope(ctx.scope, (tx) => findNaming(tx, ctx, subject));
  return { ...found, mayLink: can(ctx.actor, "record.write") };
}

export type Naming = Awaited<ReturnType<typeof loadNaming>>;
