import { notFound } from "next/navigation";
import { z } from "zod";
import type { OrgScope } from "@/lib/domain/access/scope";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import type { StaffCtx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Answers "not found" for null, and for an address that holds no id. `open` is `withOrg` where the page decides as its
 * verb does: the verb's locks are refused in a page's units.
 */
export async function findOrNothing<T>(
  { scope }: StaffCtx,
  id: string,
  find: (tx: Tx) => Promise<T | null>,
  open: (scope: OrgScope, work: (tx: Tx) => Promise<T | null>) => Promise<T | null> = readInScope,
): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  return (await open(scope, find)) ?? notFound();
}
