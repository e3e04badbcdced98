import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/domain/journal/canonical";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import type { ContactCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import type { Tx } from "@/lib/platform/database/transaction";
import type { DecisionInput } from "@/lib/features/portal-decision/schema";

type Decision = DecisionInput["decision"];

/** Milliseconds in which a review can be signed. */
const READING_MS = 3_600_000;

/** Stores the reviewed values and returns their token. */
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
 * Consumes the token: true where these values of this request version were reviewed by this contact in this session
 * within the hour, and not signed.
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
  // Excludes the version: a receipt recorded since changes nothing that was shown.
  const { id, reference, text, textDigest, list, listDigest, regime, days, zone } = row;
  const request = { id, reference, text, textDigest, list, listDigest, regime, days, zone };
  return createHash("sha256").update(canonicalText({ request, decision })).digest("hex");
}
