import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Role } from "@/lib/domain/access/actor";

export type Member = { id: string; name: string; role: Role; isEnded: boolean };

/** People and absences by which a line is read on a day. */
export type Staff = {
  members: ReadonlyMap<string, Member>;
  absences: ReadonlyMap<string, Absence>;
  today: string;
};

/** Days of a member, both included, and who stands in; days are "" where the absence was taken back. */
export type Absence = { fromOn: string; untilOn: string; substituteId: string | null };

/** Names who stands in for somebody who is away, and the last day of the absence. */
export type Away = { substitute: { id: string; name: string } | null; until: string };

export function isAwayOn({ fromOn, untilOn }: Absence, day: string): boolean {
  return fromOn !== "" && fromOn <= day && day <= untilOn;
}

/**
 * Finds who stands in on the day; null where the member is present. Whoever stands in may be away too: the next one is asked, each
 * once, and nobody stands in where all are away.
 */
export function presentFor(memberId: string, { members, absences, today }: Staff): Away | null {
  const own = absences.get(memberId);
  if (!own || !isAwayOn(own, today)) return null;
  const asked = new Set([memberId]);
  for (let next = own.substituteId; next !== null && !asked.has(next);) {
    asked.add(next);
    const member = members.get(next);
    if (!member || member.isEnded) break;
    const absence = absences.get(next);
    if (!absence || !isAwayOn(absence, today))
      return { substitute: { id: member.id, name: member.name }, until: own.untilOn };
    next = absence.substituteId;
  }
  return { substitute: null, until: own.untilOn };
}

/** The absence that is recorded, or why not. */
export function decideAbsence(
  { fromOn, untilOn }: Pick<Absence, "fromOn" | "untilOn">,
  { memberId, substitute, today }: { memberId: string; substitute: Member | undefined; today: string },
): Outcome<null> {
  if (untilOn < fromOn) return invalid("untilOn", "member.absenceOrder");
  if (untilOn < today) return invalid("untilOn", "member.absenceOver");
  if (!substitute || substitute.isEnded) return invalid("substitute", "member.substituteGone");
  if (substitute.id === memberId) return invalid("substitute", "member.substituteSelf");
  if (substitute.role === "viewer")
    return invalid("substitute", "member.substituteReads", { name: substitute.name });
  return done(null);
}
