import type { z } from "zod";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { StaffCtx } from "@/lib/platform/request/context";
import { findForeignAccess } from "@/lib/platform/access/foreign-access";
import { authClient } from "@/lib/platform/database/clients";
import { appendToJournal } from "@/lib/platform/journal/append";
import { draftJournal } from "@/lib/platform/journal/draft";
import { endSessions } from "@/lib/platform/request/session-store";
import { withAuth, withOrg, withPerson, type Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { peopleWithSecondFactor } from "@/lib/features/second-factor/read/queries";
import { sendSecurityNotice } from "./letters";
import { supersedeCodes } from "./recovery-codes";
import type { demandSchema, resetSchema } from "@/lib/features/second-factor/schema";

/** Requires an owner with a second factor; takes effect at the next page of every session. */
export async function demandSecondFactor(
  ctx: StaffCtx,
  { isDemanded }: z.output<typeof demandSchema>,
): Promise<Outcome<null>> {
  if (!isAuthorised(ctx, "member.manage")) return refuse({ kind: "forbidden" });
  // Otherwise the demanding owner would be locked out first.
  if (isDemanded && !(await peopleWithSecondFactor([ctx.actor.personId])).has(ctx.actor.personId))
    return invalid("isDemanded", "ownFactorFirst");
  return write(ctx, async (tx, journal) => {
    const { count } = await tx.organisation.updateMany({
      where: { id: ctx.scope.org, requiresSecondFactor: !isDemanded },
      data: { requiresSecondFactor: isDemanded, updatedAt: ctx.now },
    });
    // Idempotent, also for two owners at once.
    if (count === 0) return done(null);
    const { legalName } = await tx.organisation.findFirstOrThrow({ select: { legalName: true } });
    journal.note({
      event: "organisation.updated",
      subject: { noun: "organisation", id: ctx.scope.org, label: legalName },
      before: { requiresSecondFactor: !isDemanded },
      after: { requiresSecondFactor: isDemanded },
    });
    return done(null);
  });
}

/**
 * Removes all factors of a member and ends every session; the password suffices once. Limited to owners of the member's
 * only organisation, and refused for contacts of a portal and for auditors.
 */
export async function resetSecondFactor(
  ctx: StaffCtx,
  { memberId }: z.output<typeof resetSchema>,
): Promise<Outcome<{ name: string }>> {
  if (!isAuthorised(ctx, "member.manage")) return refuse({ kind: "forbidden" });
  const member = await withOrg(ctx.scope, (tx) =>
    tx.member.findFirst({
      where: { id: memberId, endedAt: null },
      select: { id: true, personId: true, name: true },
    }),
  );
  if (!member) return refuse({ kind: "not-found" });
  if (member.personId === ctx.actor.personId) return invalid("", "ownFactor");
  const memberships = await withPerson(member.personId, (tx) =>
    tx.member.count({ where: { personId: member.personId, endedAt: null } }),
  );
  if (memberships !== 1) return invalid("", "otherOrganisations");
  const person = await authClient().person.findUniqueOrThrow({ where: { id: member.personId } });
  const foreign = await findForeignAccess(person, ctx.now);
  if (foreign) return invalid("", foreign);
  return withAuth({ org: ctx.scope.org, scope: "staff" }, async (tx) => {
    const forgotten = await deleteFactors(tx, person.id, ctx.now);
    if (forgotten.totp + forgotten.passkeys === 0) return invalid("", "noFactor");
    const sessions = await endSessions(tx, person.id, ctx.now);
    await sendSecurityNotice(tx, person, "second-factor-reset", {
      now: ctx.now,
      org: ctx.scope.org,
      params: { owner: ctx.actor.name },
    });
    const journal = draftJournal(ctx);
    journal.note({
      event: "second-factor.disabled",
      subject: { noun: "account", id: person.id, label: member.name },
      before: forgotten,
      after: { sessionsEnded: sessions },
    });
    await appendToJournal(tx, ctx.scope.org, journal.entries);
    return done({ name: member.name });
  });
}

async function deleteFactors(tx: Tx, personId: string, now: Date) {
  const totp = await tx.totpFactor.updateMany({
    where: { personId, confirmedAt: { not: null } },
    data: { sealed: null, confirmedAt: null, lastStep: null },
  });
  await tx.totpFactor.updateMany({ where: { personId }, data: { sealed: null } });
  const passkeys = await tx.passkey.updateMany({
    where: { personId, removedAt: null },
    data: { removedAt: now },
  });
  await supersedeCodes(tx, personId, now);
  return { totp: totp.count, passkeys: passkeys.count };
}
