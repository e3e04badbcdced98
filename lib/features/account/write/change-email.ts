import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { findOwnMembers, queueToPerson } from "@/lib/platform/mail/queue-to-person";
import { isOfBothSides } from "@/lib/platform/access/own-people";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { endSessions } from "@/lib/platform/request/session-store";
import type { Tx } from "@/lib/platform/database/transaction";
import { writeAsSelf, type SelfJournal } from "@/lib/platform/write/write";
import { checkOwnPassword } from "@/lib/features/account/read/check-password";
import { findToken } from "@/lib/features/account/read/queries";
import type { EmailChangeInput, TokenInput } from "@/lib/features/account/schema";
import { issueToken, consumeToken, replaceByRestoreToken, withdrawTokens } from "./tokens";
import { refuseWhereTaken } from "@/lib/platform/write/unique";

/** Refuses an address that was taken, perhaps since a moment ago. */
const EMAIL_TAKEN = { path: "", key: "emailUnusable" };

const HOUR = 3_600_000;
const PER_PERSON = { tries: 5, windowMs: HOUR };
const PER_TARGET = { tries: 5, windowMs: HOUR };

type Person = SelfCtx["person"];

/**
 * Sends a confirming link to the new address and a revoking link to the current one. Does not check whether the new
 * address has an account, so that nobody can probe it.
 */
export async function requestEmailChange(
  ctx: SelfCtx,
  { email, currentPassword }: EmailChangeInput,
): Promise<Outcome<{ email: string }>> {
  const { person, now } = ctx;
  if (email === person.email) return invalid("email", "emailSame");
  const checked = await checkOwnPassword(ctx, currentPassword);
  if (!checked.ok) return refuse(checked.refusal);
  const isWithin =
    (await countAttempt(`email-change:person:${person.id}`, PER_PERSON, now)) &&
    (await countAttempt(`email-change:target:${email}`, PER_TARGET, now));
  if (!isWithin) return invalid("email", "tooManyLetters");
  return writeAsSelf({ person, now }, async (tx, journal) => {
    const confirm = await issueToken(tx, { kind: "email-change", personId: person.id, email }, now);
    const keep = await issueToken(tx, { kind: "email-keep", personId: person.id, email }, now);
    await queueToPerson(tx, person.id, confirmLetter(person, email, confirm), now);
    await queueToPerson(tx, person.id, noticeLetter(person, email, keep), now);
    journal.note({
      event: "email.change-requested",
      subject: { noun: "account", id: person.id },
      after: { email, address: ctx.device.address },
    });
    return done({ email });
  });
}

/** Succeeds also where no change was pending. */
export async function withdrawEmailChange({ person, now }: SelfCtx): Promise<Outcome<null>> {
  return writeAsSelf({ person, now }, async (tx, journal) => {
    await withdrawTokens(tx, person.id, ["email-change", "email-keep"], now);
    journal.note({ event: "email.change-stopped", subject: { noun: "account", id: person.id } });
    return done(null);
  });
}

/**
 * Changes the address in the account and every live membership. Ends all sessions but `sessionId`, the one that
 * confirms.
 */
export async function confirmEmailChange(
  { token }: TokenInput,
  sessionId: string | undefined,
  now: Date,
): Promise<Outcome<{ personId: string }>> {
  const { state, email, person } = await findToken("email-change", token, now);
  if (state !== "good" || !person) return refuse({ kind: "not-found" });
  if (await isOfBothSides(person.id, email)) return invalid("", "emailUnusable");
  return refuseWhereTaken(EMAIL_TAKEN, () =>
    writeAsSelf({ person, now }, async (tx, journal) => {
      if (!(await consumeToken(tx, "email-change", token, now))) return refuse({ kind: "not-found" });
      await tx.person.update({ where: { id: person.id }, data: { email } });
      await followEmail(tx, journal, person, email);
      await endSessions(tx, person.id, now, sessionId);
      // Links sent to the old address become void, except the one that restores it.
      await replaceByRestoreToken(tx, person.id, person.email, now);
      await withdrawTokens(tx, person.id, ["password-reset", "email-change", "email-keep"], now);
      await queueToPerson(tx, person.id, changedLetter(person, email), now);
      journal.note({
        event: "email.changed",
        subject: { noun: "account", id: person.id },
        before: { email: person.email },
        after: { email },
      });
      return done({ personId: person.id });
    }),
  );
}

/** Stops the change, or reverts it once confirmed, and ends every session of the person. */
export async function revokeEmailChange(input: TokenInput, now: Date): Promise<Outcome<null>> {
  const { token } = input;
  const { state, person } = await findToken("email-keep", token, now);
  if (state !== "good" || !person) return restoreEmail(input, now);
  return writeAsSelf({ person, now }, async (tx, journal) => {
    if (!(await consumeToken(tx, "email-keep", token, now))) return refuse({ kind: "not-found" });
    await withdrawTokens(tx, person.id, ["email-change"], now);
    await endSessions(tx, person.id, now);
    journal.note({ event: "email.change-stopped", subject: { noun: "account", id: person.id } });
    return done(null);
  });
}

async function restoreEmail({ token }: TokenInput, now: Date): Promise<Outcome<null>> {
  const { state, email, person } = await findToken("email-restore", token, now);
  if (state !== "good" || !person) return refuse({ kind: "not-found" });
  return refuseWhereTaken(EMAIL_TAKEN, () =>
    writeAsSelf({ person, now }, async (tx, journal) => {
      if (!(await consumeToken(tx, "email-restore", token, now))) return refuse({ kind: "not-found" });
      await tx.person.update({ where: { id: person.id }, data: { email } });
      await followEmail(tx, journal, person, email);
      await endSessions(tx, person.id, now);
      await withdrawTokens(tx, person.id, ["password-reset", "email-change", "email-keep"], now);
      await queueToPerson(tx, person.id, changedLetter(person, email), now);
      journal.note({
        event: "email.changed",
        subject: { noun: "account", id: person.id },
        before: { email: person.email },
        after: { email },
      });
      return done(null);
    }),
  );
}

async function followEmail(tx: Tx, journal: SelfJournal, person: Person, email: string): Promise<void> {
  const members = await findOwnMembers(tx, person.id);
  await tx.member.updateMany({ where: { personId: person.id, endedAt: null }, data: { email } });
  for (const member of members) {
    journal.noteIn(member, {
      event: "member.updated",
      subject: { noun: "member", id: member.id, label: member.name },
      before: { email: person.email },
      after: { email },
    });
  }
}

function confirmLetter({ name, locale }: Person, email: string, token: string) {
  return {
    template: "email-change",
    locale,
    to: { name, address: email },
    params: { name },
    secrets: { link: `${env().AMANA_URL}/change-email/${token}` },
  };
}

function noticeLetter({ name, email, locale }: Person, asked: string, token: string) {
  return {
    template: "email-change-notice",
    locale,
    to: { name, address: email },
    params: { name, email: asked },
    secrets: { link: `${env().AMANA_URL}/keep-email/${token}` },
  };
}

function changedLetter({ name, email, locale }: Person, now: string) {
  return { template: "email-changed", locale, to: { name, address: email }, params: { name, email: now } };
}
