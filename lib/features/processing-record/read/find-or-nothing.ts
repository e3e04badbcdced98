import { notFound } from "next/navigation";
import { z } from "zod";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";

/** Answers "not found" for null, and for an address that holds no id. */
export async function findOrNothing<T>(
  { scope }: StaffCtx,
  id: string,
  find: (tx: Tx) => Promise<T | null>,
): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  return (await withOrg(scope, find)) ?? notFound();
}
