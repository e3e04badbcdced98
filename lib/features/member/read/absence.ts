import type { Role } from "@/lib/domain/access/actor";
import type { Member } from "@/lib/domain/assignment/absence";
import type { Tx } from "@/lib/platform/database/transaction";

/** The last absence of a member; null where none was recorded. */
export function findAbsence(tx: Tx, memberId: string) {
  return tx.memberAbsence.findFirst({
    where: { memberId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { id: true, fromOn: true, untilOn: true, substituteId: true, substituteName: true },
  });
}

export async function findMember(tx: Tx, id: string): Promise<Member | null> {
  const row = await tx.member.findFirst({ where: { id }, select: { name: true, role: true, endedAt: true } });
  return row && { id, name: row.name, role: row.role as Role, isEnded: row.endedAt !== null };
}

/** Members who may stand in for one, by name. */
export function findSubstitutes(tx: Tx, memberId: string): Promise<{ id: string; name: string }[]> {
  return tx.member.findMany({
    where: { endedAt: null, id: { not: memberId }, role: { not: "viewer" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
