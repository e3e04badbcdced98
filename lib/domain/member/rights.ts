import { ROLES, type Role } from "@/lib/domain/access/actor";
import { can, type Act } from "@/lib/domain/nouns/policy";

/** Acts shown in the table of rights: those that tell roles apart, ordered from all roles to one. */
export const RIGHTS_SHOWN = [
  "record.read",
  "export.take",
  "record.write",
  "import.run",
  "record.transition",
  "organisation.update",
  "journal.read",
  "member.manage",
] as const satisfies readonly Act[];
export type RightShown = (typeof RIGHTS_SHOWN)[number];

/** Read off the policy itself, so that what the page says is what the verbs do. */
export function roleMay(role: Role, act: Act): boolean {
  return can({ kind: "staff", personId: "", memberId: "", orgId: "", name: "", role }, act);
}

export function tableOfRights(): { act: RightShown; may: Record<Role, boolean> }[] {
  return RIGHTS_SHOWN.map((act) => ({
    act,
    may: Object.fromEntries(ROLES.map((role) => [role, roleMay(role, act)])) as Record<Role, boolean>,
  }));
}
