import type { Role } from "@/lib/domain/access/actor";
import {
  type InvitationStatus,
  invitationStatusFor,
  stateOfInvitation,
} from "@/lib/domain/member/invitation";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { appendToJournal } from "@/lib/platform/journal/append";
import { draftJournal } from "@/lib/platform/journal/draft";
import { hashPassword } from "@/lib/platform/secrets/password";
import { refusalOfPassword } from "@/lib/platform/secrets/refuse-password";
import { hashToken } from "@/lib/platform/secrets/token";
import { type Tx, withAuth } from "@/lib/platform/database/transaction";
import { findByToken, findInvited, type InvitationRow } from "@/lib/features/member/read/queries";
import { lockMembers } from "./rows";
import { nameOfOrganisation, notifyOwners } from "./letters";
import type { Newcomer } from "@/lib/features/member/schema";

type Entered = { slug: string; personId: string };
type Account = { personId: string; name: string; isNew: boolean };

/** Creates the account: the letter has proved that the address is theirs. */
export async function acceptAsNewcomer(input: Newcomer, now: Date): Promise<Outcome<Entered>> {
  const invitation = await findByToken(input.token);
  // Checks the link first, so that nothing is disclosed and no hash computed.
  if (!invitation || stateOfInvitation(invitation, now) !== "open") return deadLink();
  const { orgId: org } = invitation;
  const organisations = [await withAuth({ org, scope: "staff" }, (tx) => nameOfOrganisation(tx, org))];
  const own = { name: input.name, email: invitation.email, organisations };
  const refused = await refusalOfPassword(input.password, own);
  if (refused) return invalid("password", refused);
  const passwordHash = await hashPassword(input.password);
  const personId = newId(now);
  return enter(invitation, input.token, null, now, async (tx) => {
    const { email, locale } = invitation;
    await tx.person.create({
      data: { id: personId, email, name: input.name, passwordHash, locale, createdAt: now },
    });
    return { personId, name: input.name, isNew: true };
  });
}

/** Requires a session of the invited address. */
export async function acceptSignedIn(
  { person, now }: Pick<SelfCtx, "person" | "now">,
  { token }: { token: string },
): Promise<Outcome<Entered>> {
  const invitation = await findByToken(token);
  if (!invitation) return deadLink();
  return enter(invitation, token, person.email, now, () =>
    Promise.resolve({ personId: person.id, name: person.name, isNew: false }),
  );
}

/** Consumes the token and inserts account, membership and journal entry in one transaction. */
async function enter(
  invitation: InvitationRow,
  token: string,
  signedInAs: string | null,
  now: Date,
  account: (tx: Tx) => Promise<Account>,
): Promise<Outcome<Entered>> {
  const { orgId } = invitation;
  return withAuth({ org: orgId, scope: "staff" }, async (tx) => {
    // Serialises two first invitations of one address: the second finds the account.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${invitation.email}, 0))`;
    const { organisation, person, member, contact } = await findInvited(tx, invitation);
    if (contact) return invalid("", "member.addressOfContact", { controller: contact.controllerName });
    const status = invitationStatusFor({
      state: stateOfInvitation(invitation, now),
      invited: invitation.email,
      signedInAs,
      hasAccount: person !== null,
      isMember: member?.endedAt === null,
    });
    if (status !== (signedInAs === null ? "new-account" : "accept")) return refusalAt(status);
    if (!(await consumeInvitation(tx, token, now))) return deadLink();
    const who = await account(tx);
    const memberId = await join(tx, invitation, who, now);
    await tx.invitation.updateMany({ where: { id: invitation.id }, data: { memberId } });
    if (invitation.role === "owner") {
      const post = { org: orgId, organisation: organisation.legalName, by: invitation.invitedByName, now };
      const added = { id: memberId, name: who.name, email: invitation.email };
      await notifyOwners(tx, post, added, await lockMembers(tx, orgId));
    }
    await journalEntry(tx, invitation, who, memberId, now);
    return done({ slug: organisation.slug, personId: who.personId });
  });
}

/** True for exactly one of concurrent callers. */
async function consumeInvitation(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { tokenHash: hashToken(token), acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  return count === 1;
}

/** Reuses the membership of a returning person, whose name is in versions and journal. */
async function join(tx: Tx, invitation: InvitationRow, who: Account, now: Date): Promise<string> {
  const { orgId, role, email } = invitation;
  const { personId, name } = who;
  const stated = { role, name, email, joinedAt: now, endedAt: null };
  const { id } = await tx.member.upsert({
    where: { orgId_personId: { orgId, personId } },
    create: { ...stated, id: newId(now), orgId, personId },
    update: stated,
    select: { id: true },
  });
  return id;
}

async function journalEntry(
  tx: Tx,
  { id, orgId, email, role }: InvitationRow,
  { personId, name, isNew }: Account,
  memberId: string,
  now: Date,
): Promise<void> {
  const actor = { kind: "staff", personId, memberId, orgId, role: role as Role, name } as const;
  const journal = draftJournal({ actor, now });
  if (isNew)
    journal.note({ event: "account.created", subject: { noun: "account", id: personId, label: name } });
  journal.note({ event: "invitation.accepted", subject: { noun: "invitation", id, label: email } });
  journal.note({
    event: "member.added",
    subject: { noun: "member", id: memberId, label: name },
    after: { role },
  });
  await appendToJournal(tx, orgId, journal.entries);
}

/** Reports a change since the form was shown. */
function refusalAt(status: InvitationStatus): Outcome<never> {
  if (status === "sign-in") return invalid("", "member.accountExists");
  if (status === "other-account") return invalid("", "member.otherAccount");
  if (status === "member") return invalid("", "member.isMember");
  return deadLink();
}

function deadLink(): Outcome<never> {
  return invalid("", "member.linkDead");
}
