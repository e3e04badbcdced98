import type { Prisma } from "@/lib/generated/prisma/client";
import { authClient } from "@/lib/platform/database/clients";
import { hashToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";

export const invitationSelect = {
  id: true,
  orgId: true,
  email: true,
  name: true,
  role: true,
  locale: true,
  invitedByName: true,
  letterId: true,
  sentAt: true,
  expiresAt: true,
  acceptedAt: true,
  withdrawnAt: true,
} satisfies Prisma.InvitationSelect;

export type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof invitationSelect }>;

export function findInvitation(tx: Tx, id: string): Promise<InvitationRow | null> {
  return tx.invitation.findFirst({ where: { id }, select: invitationSelect });
}

/** Searches across organisations. */
export function findByToken(token: string): Promise<InvitationRow | null> {
  return authClient().invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: invitationSelect,
  });
}

/** Existing account and membership of the invited address. */
export async function findInvited(tx: Tx, { orgId, email }: { orgId: string; email: string }) {
  const organisation = await tx.organisation.findFirstOrThrow({
    where: { id: orgId },
    select: { slug: true, legalName: true },
  });
  const contact = await tx.controllerContact.findFirst({
    where: { orgId, endedAt: null, email },
    select: { controllerName: true },
  });
  const person = await tx.person.findFirst({
    where: { email },
    select: { id: true, email: true, name: true, disabledAt: true },
  });
  const member =
    person &&
    (await tx.member.findFirst({
      where: { orgId, personId: person.id },
      select: { id: true, endedAt: true },
    }));
  return { organisation, person, member, contact };
}
