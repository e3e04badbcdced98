import { itemAt, required } from "@/lib/domain/invariant/required";
import { inviteMember } from "@/lib/features/member/write/invitations";
import { inviteSchema } from "@/lib/features/member/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import { openSealed } from "@/lib/platform/secrets/seal";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import { withOrg } from "@/lib/platform/database/transaction";
import { valueOf } from "./register";

let serial = 0;

export type MadeInvitation = { id: string; email: string; token: string };

/**
 * Invites a person by a link of the factory's own: the letter's may have left the outbox before it could be
 * read.
 */
export async function makeInvitation(
  ctx: StaffCtx,
  stated: Record<string, unknown> = {},
): Promise<MadeInvitation> {
  serial += 1;
  const input = inviteSchema.parse({
    name: "Rachid Ouazzani",
    email: `invited-${process.pid}-${serial}@centre.example`,
    role: "editor",
    ...stated,
  });
  const { id } = valueOf(await inviteMember(ctx, input));
  const token = newToken();
  await withOrg(ctx.scope, (tx) =>
    tx.invitation.update({ where: { id }, data: { tokenHash: hashToken(token) } }),
  );
  return { id, email: input.email, token };
}

/** Reads the token of an invitation's letter, without sending it. */
export async function tokenOf(ctx: StaffCtx, id: string): Promise<string> {
  const letter = await withOrg(ctx.scope, async (tx) => {
    const { letterId } = await tx.invitation.findUniqueOrThrow({ where: { id } });
    return tx.outboxMail.findUniqueOrThrow({ where: { id: letterId } });
  });
  const { link } = JSON.parse(openSealed("mail", required(letter.sealed, "sealed part of the letter"))) as {
    link: string;
  };
  return itemAt(link.split("/invitations/"), 1);
}
