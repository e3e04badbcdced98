import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/domain/journal/canonical";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import type { ContactCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";
import type { DecisionInput } from "@/lib/features/portal-decision/schema";

type Decision = DecisionInput["decision"];

/** Long enough to read a request and its annexes again. */
const READING_MS = 3_600_000;

/** Keeps what is shown to be read again, and returns the token that signs it. */
export async function recordReading(
  tx: Tx,
  { actor, scope, sessionId, now }: ContactCtx,
  row: AuthorisationRow,
  decision: Decision,
): Promise<string> {
  const token = newToken();
  await tx.decisionReading.createMany({
    data: [
      {
        id: newId(now),
        orgId: scope.org,
        controllerId: actor.controllerId,
        authorisationId: row.id,
        contactId: actor.contactId,
        sessionId,
        digest: digestOf(row, decision),
        tokenHash: hashToken(token),
        shownAt: now,
        expiresAt: new Date(now.getTime() + READING_MS),
      },
    ],
  });
  return token;
}

/**
 * Spends the token of a reading: true where exactly this, of this request as it stands, was shown to this contact in this
 * session within the hour, and was not signed yet.
 */
export async function consumeReading(
  tx: Tx,
  { actor, sessionId, now }: ContactCtx,
  row: AuthorisationRow,
  { token, decision }: { token: string; decision: Decision },
): Promise<boolean> {
  const { count } = await tx.decisionReading.updateMany({
    where: {
      tokenHash: hashToken(token),
      authorisationId: row.id,
      contactId: actor.contactId,
      sessionId,
      digest: digestOf(row, decision),
      expiresAt: { gt: now },
      usedAt: null,
    },
    data: { usedAt: now },
  });
  return count === 1;
}

function digestOf(row: AuthorisationRow, decision: Decision): string {
  // The version that was read is of the decision: a receipt that is recorded since changes nothing of what was shown.
  const { id, reference, text, textDigest, list, listDigest, regime, days, zone } = row;
  const request = { id, reference, text, textDigest, list, listDigest, regime, days, zone };
  return createHash("sha256").update(canonicalText({ request, decision })).digest("hex");
}
