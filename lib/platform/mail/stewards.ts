import type { Role } from "@/lib/domain/access/actor";
import { withAuth } from "@/lib/platform/database/transaction";

/** Member responsible for the register; letters use the language of the account. */
export type Steward = { id: string; name: string; email: string; role: string; locale: string };

/**
 * Finds the owners and the DPO, who are told of matters that need an answer. The authentication role reads
 * people, so that the acting job or contact never sees them. Outside any other unit of work.
 */
export function findStewards(org: string): Promise<Steward[]> {
  return withAuth({ org, scope: "staff" }, async (tx) => {
    const members = await tx.member.findMany({
      where: { endedAt: null, role: { in: ["owner", "dpo"] } },
      orderBy: { id: "asc" },
      select: { id: true, personId: true, name: true, email: true, role: true },
    });
    const people = await tx.person.findMany({
      where: { id: { in: members.map(({ personId }) => personId) } },
      select: { id: true, locale: true },
    });
    const locales = new Map(people.map(({ id, locale }) => [id, locale]));
    return members.map(({ personId, ...member }) => ({ ...member, locale: locales.get(personId) ?? "" }));
  });
}

/** A member with their own choice of reminders, which is of the account: "default" follows the role. */
export type RemindedMember = Omit<Steward, "role"> & {
  personId: string;
  role: Role;
  reminderChannel: string;
  reminderLeads: number[];
  weeklyLetter: string;
  weeklyDay: number;
  weeklyHour: number;
  weeklySince: Date | null;
};

/** Finds every live member, as the authentication role, outside any other unit of work. */
export function findRemindedMembers(org: string): Promise<RemindedMember[]> {
  return withAuth({ org, scope: "staff" }, async (tx) => {
    const members = await tx.member.findMany({
      where: { endedAt: null },
      orderBy: { id: "asc" },
      select: { id: true, personId: true, name: true, email: true, role: true },
    });
    const people = await tx.person.findMany({
      where: { id: { in: members.map(({ personId }) => personId) }, disabledAt: null },
      select: {
        id: true,
        locale: true,
        reminderChannel: true,
        reminderLeads: true,
        weeklyLetter: true,
        weeklyDay: true,
        weeklyHour: true,
        weeklySince: true,
      },
    });
    const byId = new Map(people.map(({ id, ...choice }) => [id, choice]));
    return members.flatMap((member) => {
      const choice = byId.get(member.personId);
      return choice ? [{ ...member, role: member.role as Role, ...choice }] : [];
    });
  });
}
