import { done, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { authClient } from "@/lib/platform/database/clients";
import { findOwnMembers } from "@/lib/platform/mail/queue-to-person";
import { writeAsSelf } from "@/lib/platform/write/write";
import type { ProfileInput, RemindersInput } from "@/lib/features/account/schema";

/** Updates the name in live memberships, which sign later writings; earlier writings retain theirs. */
export async function updateProfile(
  { person, now }: SelfCtx,
  { name, locale }: ProfileInput,
): Promise<Outcome<ProfileInput>> {
  return writeAsSelf({ person, now }, async (tx, journal) => {
    await tx.person.update({ where: { id: person.id }, data: { name, locale } });
    if (name === person.name) return done({ name, locale });
    const members = await findOwnMembers(tx, person.id);
    await tx.member.updateMany({ where: { personId: person.id, endedAt: null }, data: { name } });
    for (const member of members) {
      journal.noteIn(member, {
        event: "member.updated",
        subject: { noun: "member", id: member.id, label: name },
        before: { name: member.name },
        after: { name },
      });
    }
    journal.note({
      event: "account.updated",
      subject: { noun: "account", id: person.id },
      before: { name: person.name },
      after: { name },
    });
    return done({ name, locale });
  });
}

/** Preference for letters; needs no journal entry. */
export async function updateLocale(personId: string, locale: string): Promise<void> {
  await authClient().person.update({ where: { id: personId }, data: { locale } });
}

/** Choice of one's own letters; needs no journal entry. */
export async function updateReminders(
  { person, now }: SelfCtx,
  input: RemindersInput,
): Promise<Outcome<RemindersInput>> {
  const { channel, leads, weekly, weeklyDay, weeklyHour } = input;
  return writeAsSelf({ person, now }, async (tx) => {
    const chosen = { weeklyLetter: weekly, weeklyDay, weeklyHour };
    const before = await tx.person.findFirst({ where: { id: person.id, ...chosen }, select: { id: true } });
    const data = { reminderChannel: channel, reminderLeads: leads, ...chosen };
    // A choice that stays as it is takes no week away.
    await tx.person.update({
      where: { id: person.id },
      data: before ? data : { ...data, weeklySince: now },
    });
    return done(input);
  });
}
