import { required } from "@/lib/domain/invariant/required";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findAuthorisation, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import {
  findOpenings,
  findUnrecorded,
  type OwnPeople,
  type Receipt,
} from "@/lib/features/authorisation/read/receipts";
import { conflictOf, insertMove, moveAuthorisation } from "./change";
import { lockAuthorisation } from "./rows";

/**
 * Records receipts by delivery reports of the controller's server and by openings in the portal. Returns their number.
 */
export async function recordReceipts(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "authorisation.receive")) return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  const found = await withOrg(ctx.scope, (tx) => findUnrecorded(tx, own));
  const outcomes = [];
  for (const { id, receipt } of found)
    outcomes.push(
      await write(ctx, async (tx, journal) => {
        await lockAuthorisation(tx, id);
        const before = required(await findAuthorisation(tx, id), "request under the lock");
        if (before.receivedAt !== null && before.receivedAt <= receipt.at) return refuse(conflictOf(before));
        return moveAuthorisation(tx, ctx, journal, moveOf(before, receipt));
      }),
    );
  return done(outcomes.filter(({ ok }) => ok).length);
}

/**
 * Locks and reads a request once. Records a pending opening first, so that the decision follows it. The caller
 * announces the use.
 */
export async function lockReceived(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { id, own }: { id: string; own: OwnPeople },
): Promise<AuthorisationRow | null> {
  await lockAuthorisation(tx, id);
  const row = await findAuthorisation(tx, id);
  // Only the job moves a recorded receipt to an earlier instant.
  if (!row || row.receivedAt !== null) return row;
  const opening = (await findOpenings(tx, [row], own))(row);
  if (!opening) return row;
  const received = await insertMove(tx, ctx, journal, moveOf(row, { at: opening.at, opening }));
  return received.ok ? received.value : row;
}

function moveOf(before: AuthorisationRow, receipt: Receipt): Parameters<typeof insertMove>[3] {
  const move = { before, version: before.version, columns: { receivedAt: receipt.at } };
  const kind = "receive" as const;
  if ("letterId" in receipt) {
    const { at, source, letterId } = receipt;
    return { ...move, content: { kind, at, channel: "e-mail", source }, evidence: { letterId } };
  }
  const { at, name, personId, address } = receipt.opening;
  return {
    ...move,
    content: { kind, at, channel: "portal", source: "portal" },
    device: { address, userAgent: "" },
    author: { authorKind: "controller-contact", authorId: personId, authorName: name },
  };
}
