import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import type { Role } from "@/lib/domain/access/actor";
import { itemAt, required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import {
  invitationStatusFor,
  stateOfInvitation,
  type InvitationStatus,
  type InvitationState,
} from "@/lib/domain/member/invitation";
import { isLastOwner } from "@/lib/domain/member/membership";
import { tableOfRights } from "@/lib/domain/member/rights";
import { cursorField, type Search } from "@/lib/forms/list-query";
import { findLetterStatuses, type LetterStatus } from "@/lib/platform/mail/letter-status";
import { keysIn, PAGE_SIZE, pageOf, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { currentPerson, requireStaff } from "@/lib/platform/request/request-session";
import { withAuth, type Tx } from "@/lib/platform/database/transaction";
import {
  findByToken,
  findInvitation,
  findInvited,
  invitationSelect,
  type InvitationRow,
} from "@/lib/features/member/read/queries";
import { findAbsence, findSubstitutes } from "@/lib/features/member/read/absence";
import { today } from "@/lib/platform/request/context";
import { tokenSchema } from "./schema";

const querySchema = z.object({
  /** Name and id of the last row seen. */
  after: cursorField,
  /** Result of the previous page. */
  done: z.enum(["removed", "withdrawn"]).nullable().catch(null),
});

export type MemberListRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: number;
  isSelf: boolean;
};

export type InvitationListRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  by: string;
  sentAt: number;
  expiresAt: number;
  state: InvitationState;
  /** Delivery of the letter with the invitation's link. */
  letter: LetterStatus;
};

export async function loadMembers(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = querySchema.parse(search);
  const [found, invitations] = await readInScope(ctx.scope, (tx) =>
    Promise.all([findMemberPage(tx, query.after), openInvitations(tx, ctx.now)]),
  );
  const { rows, next } = pageOf(found, ({ name, id }) => [name, id]);
  return {
    rows: rows.map(({ joinedAt, ...row }): MemberListRow => ({
      ...row,
      joinedAt: joinedAt.getTime(),
      isSelf: row.id === ctx.actor.memberId,
    })),
    next,
    query,
    invitations,
    rights: tableOfRights(),
    mayManage: can(ctx.actor, "member.manage"),
  };
}

type FoundMember = Omit<MemberListRow, "joinedAt" | "isSelf"> & { joinedAt: Date };

function findMemberPage(tx: Tx, after: string): Promise<FoundMember[]> {
  const [name, id] = keysIn(after, z.tuple([z.string(), z.uuid()])) ?? ["", ""];
  return tx.$queryRaw<FoundMember[]>`
    SELECT id, name, email, role, joined_at AS "joinedAt" FROM member
    WHERE ended_at IS NULL AND (${id} = ''
      OR (name COLLATE "fr-x-icu", id::text) > (${name} COLLATE "fr-x-icu", ${id}))
    ORDER BY name COLLATE "fr-x-icu", id::text LIMIT ${ROWS_ASKED}`;
}

export const loadMember = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const member = await tx.member.findFirst({
      where: { id, endedAt: null },
      select: { id: true, name: true, email: true, role: true, joinedAt: true },
    });
    return (
      member && {
        member,
        isLast: await isLast(tx, id),
        last: await findAbsence(tx, id),
        substitutes: await findSubstitutes(tx, id),
      }
    );
  });
  if (!found) notFound();
  const { joinedAt, role, ...member } = found.member;
  return {
    member: { ...member, role: role as Role, joinedAt: joinedAt.getTime() },
    isSelf: id === ctx.actor.memberId,
    isLast: found.isLast,
    mayManage: can(ctx.actor, "member.manage"),
    absence: {
      last: found.last,
      substitutes: found.substitutes,
      today: today(ctx),
      mayTell: can(ctx.actor, id === ctx.actor.memberId ? "member.absence" : "member.manage"),
    },
  };
});

/** Own membership, with what ends by leaving. */
export async function loadLeaving(slug: string) {
  const ctx = await requireStaff(slug);
  return readInScope(ctx.scope, async (tx) => ({
    memberId: ctx.actor.memberId,
    organisation: (await tx.organisation.findFirstOrThrow({ where: { id: ctx.scope.org } })).legalName,
    isLast: await isLast(tx, ctx.actor.memberId),
  }));
}

export async function loadMemberGate(slug: string): Promise<{ mayManage: boolean }> {
  return { mayManage: can((await requireStaff(slug)).actor, "member.manage") };
}

export const loadInvitation = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const invitation = await readInScope(ctx.scope, async (tx) => {
    const row = await findInvitation(tx, id);
    return row && itemAt(await withLetters(tx, [row], ctx.now), 0);
  });
  return {
    invitation: invitation ?? notFound(),
    mayManage: can(ctx.actor, "member.manage"),
    mayOpenLetters: can(ctx.actor, "outbox.read"),
  };
});

/** Reads without consuming the token: mail scanners follow links. */
export async function loadInvitationPage(token: string) {
  const invitation = tokenSchema.safeParse({ token }).success ? await findByToken(token) : null;
  if (!invitation) return { status: "unknown" as const };
  const signedIn = await currentPerson();
  const { organisation, person, member } = await withAuth({ org: invitation.orgId, scope: "staff" }, (tx) =>
    findInvited(tx, invitation),
  );
  const status: InvitationStatus = invitationStatusFor({
    state: stateOfInvitation(invitation, new Date()),
    invited: invitation.email,
    signedInAs: signedIn?.person.email ?? null,
    hasAccount: person !== null,
    isMember: member?.endedAt === null,
  });
  return {
    status,
    organisation: organisation.legalName,
    by: invitation.invitedByName,
    role: invitation.role as Role,
    name: invitation.name,
    email: invitation.email,
    until: invitation.expiresAt.getTime(),
    signedInAs: signedIn?.person.email ?? null,
  };
}

async function isLast(tx: Tx, id: string): Promise<boolean> {
  const owners = await tx.member.findMany({
    where: { role: "owner", endedAt: null },
    take: 2,
    select: { id: true },
  });
  return isLastOwner(
    owners.map((owner) => ({ ...owner, role: "owner" })),
    id,
  );
}

async function openInvitations(tx: Tx, now: Date): Promise<InvitationListRow[]> {
  const rows = await tx.invitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null },
    orderBy: { sentAt: "desc" },
    take: PAGE_SIZE,
    select: invitationSelect,
  });
  return withLetters(tx, rows, now);
}

async function withLetters(tx: Tx, rows: InvitationRow[], now: Date): Promise<InvitationListRow[]> {
  const letterOf = await findLetterStatuses(
    tx,
    rows.map(({ letterId }) => letterId),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    by: row.invitedByName,
    sentAt: row.sentAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    state: stateOfInvitation(row, now),
    letter: required(letterOf(row.letterId), "letter of an invitation"),
  }));
}
