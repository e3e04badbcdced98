import type { Role } from "@/lib/domain/access/actor";
import type { Tx } from "@/lib/platform/database/transaction";

export type MemberRow = { id: string; personId: string; role: Role; name: string; email: string };

/** Locks all members in id order, so that two locks never deadlock. */
export function lockMembers(tx: Tx, org: string): Promise<MemberRow[]> {
  return tx.$queryRaw<MemberRow[]>`
    SELECT id, person_id AS "personId", role, name, email FROM member
    WHERE org_id = ${org}::uuid AND ended_at IS NULL ORDER BY id FOR UPDATE`;
}
