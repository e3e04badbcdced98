import "server-only";
import { forbidden } from "next/navigation";
import { can } from "@/lib/domain/nouns/policy";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withOrg } from "@/lib/platform/database/transaction";
import { findOccupied } from "@/lib/features/register-import/read/queries";
import { MAX_REGISTER_BYTES } from "./schema";

/** Registers without entries. */
export async function loadRegisterImport(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "import.run")) forbidden();
  const occupied = await withOrg(ctx.scope, async (tx) => ({
    processor: await findOccupied(tx, "processor"),
    controller: await findOccupied(tx, "controller"),
  }));
  return { occupied, maxBytes: MAX_REGISTER_BYTES };
}
