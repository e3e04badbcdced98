import { hasSecondFactor } from "@/lib/domain/access/second-factor";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { SelfCtx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { endSessions, raiseSession, type Means } from "@/lib/platform/request/session-store";
import type { Tx } from "@/lib/platform/database/transaction";
import { factorsOf, findFactors } from "@/lib/features/second-factor/read/queries";
import { renewCodes, supersedeCodes } from "./recovery-codes";

/** New session token, and recovery codes of a first factor, shown once. */
export type Begun = { token: string; codes: string[] | null };

/** Marks the session as proved. A first factor creates recovery codes and ends other password-only sessions. */
export async function beginFactor(
  tx: Tx,
  journal: JournalDraft,
  ctx: SelfCtx,
  method: Means,
): Promise<Outcome<Begun>> {
  const { id } = ctx.person;
  const { totp, passkeys, recoveryLeft } = factorsOf(await findFactors(id, tx));
  const isFirst = passkeys + Number(totp) === 1;
  const codes = isFirst || recoveryLeft === 0 ? await renewCodes(tx, id, ctx.now) : null;
  const ended = isFirst ? await endSessions(tx, id, ctx.now, ctx.sessionId) : 0;
  if (ended > 0) {
    journal.note({
      event: "session.all-revoked",
      subject: { noun: "account", id },
      after: { sessions: ended },
    });
  }
  const token = await raiseSession(tx, ctx.sessionId, method, ctx.now);
  return token ? done({ token, codes }) : refuse({ kind: "not-found" });
}

/** Removes recovery codes and session proofs with the last factor. */
export async function endIfLast(tx: Tx, personId: string, now: Date): Promise<boolean> {
  if (hasSecondFactor(factorsOf(await findFactors(personId, tx)))) return false;
  await supersedeCodes(tx, personId, now);
  await tx.session.updateMany({ where: { personId, revokedAt: null }, data: { secondFactorAt: null } });
  return true;
}
