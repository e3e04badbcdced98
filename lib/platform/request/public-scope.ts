import type { OrgScope } from "@/lib/domain/access/scope";
import { itemAt } from "@/lib/domain/invariant/required";
import { publicClient } from "@/lib/platform/database/clients";
import { mintScope } from "@/lib/platform/database/scope";

/** Bounds of whoever holds a link that names no organisation: the database finds its row by the link's hash. */
export const NO_ORGANISATION: OrgScope = mintScope({ org: "", scope: "public" });

/**
 * Finds whose open page has an address. Null for an unknown address, one that was never used and one that is closed: they
 * ask the same statement, so that no answer tells them apart.
 */
export async function findPublicScope(address: string): Promise<OrgScope | null> {
  const rows = await publicClient().$queryRaw<{ org: string | null }[]>`
    SELECT public_page_at(${address}) AS org`;
  const { org } = itemAt(rows, 0);
  return org === null ? null : mintScope({ org, scope: "public" });
}
