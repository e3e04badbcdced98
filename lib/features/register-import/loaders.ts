import "server-only";
import { forbidden } from "next/navigation";
import { can } from "@/lib/domain/access/policy";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findOccupied } from "./data";
import { MAX_REGISTER_BYTES } from "./schema";

/** Which registers are empty, so that one can be brought in. */
export async function loadRegisterImport(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "import.run")) forbidden();
  const occupied = await withOrg(ctx.scope, async (tx) => ({
    processor: await findOccupied(tx, "processor"),
    controller: await findOccupied(tx, "controller"),
  }));
  return { occupied, maxBytes: MAX_REGISTER_BYTES };
}
