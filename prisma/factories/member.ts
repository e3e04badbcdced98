import type { Role } from "@/lib/domain/access/actor";
import type { StaffCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { hashPassword } from "@/lib/platform/secrets/password";
import { withAuth } from "@/lib/platform/database/transaction";
import { PASSWORD } from "./organisation";

let serial = 0;

/** Adds a member with an account of their own to the organisation. */
export async function makeMember(
  ctx: StaffCtx,
  role: Role,
  domain = "centre.example",
  name = "Youssef Berrada",
): Promise<StaffCtx & { email: string }> {
  serial += 1;
  const email = `staff-${role}-${process.pid}-${serial}@${domain}`;
  const [personId, memberId] = [newId(ctx.now), newId(ctx.now)];
  const passwordHash = await hashPassword(PASSWORD);
  await withAuth({ org: ctx.scope.org, scope: "staff" }, async (tx) => {
    await tx.person.create({ data: { id: personId, email, name, passwordHash, createdAt: ctx.now } });
    await tx.member.create({
      data: { id: memberId, orgId: ctx.scope.org, personId, role, name, email, joinedAt: ctx.now },
    });
  });
  return { ...ctx, actor: { ...ctx.actor, personId, memberId, role, name }, email };
}
