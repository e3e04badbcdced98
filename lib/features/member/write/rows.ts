import type { Role } from "@/lib/domain/access/actor";
import type { Tx } from "@/lib/platform/database/transaction";

export type MemberRow = { id: string; personId: string; role: Role; name: string; email: string };

/**
 * Every member of the organisation, held until the transaction ends: whoever else decides on one of them waits, and
 * then reads what was decided. In the order of their ids, so that two who lock never wait for each other.
 */
export function lockMembers(tx: Tx, org: string): Promise<MemberRow[]> {
  return tx.$queryRaw<MemberRow[]>`
    SELECT id, person_id AS "personId", role, name, email FROM member
    WHERE org_id = ${org}::uuid AND ended_at IS NULL ORDER BY id FOR UPDATE`;
}
