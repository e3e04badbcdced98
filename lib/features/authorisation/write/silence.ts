import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { required } from "@/lib/domain/invariant/required";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import {
  findAuthorisation,
  storedRequestOf,
  type AuthorisationRow,
} from "@/lib/features/authorisation/read/queries";
import { findAddressesBefore } from "@/lib/platform/access/known-addresses";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { announceUse, subjectOf } from "./change";
import { lockAuthorisation } from "./rows";

type Addressed = Pick<AuthorisationRow, "controllerId" | "recipient" | "regime">;

/**
 * Address of a notice whose silence counts for nothing yet, 28(2): neither proven to be the controller's nor named by a
 * contract that a published head bound before. Null where silence counts as agreed.
 */
export async function findUnprovenRecipient(
  tx: Tx,
  { now }: Ctx,
  { controllerId, recipient, regime }: Addressed,
): Promise<string | null> {
  if (regime !== "general" || (await isProven(tx, { controllerId, recipient }))) return null;
  const known = await findAddressesBefore(tx, { controllerId, before: now });
  return known?.contracts.includes(recipient.toLowerCase()) ? null : recipient;
}

function isProven(tx: Tx, { controllerId, recipient }: Omit<Addressed, "regime">): Promise<boolean> {
  const email = { equals: recipient, mode: "insensitive" as const };
  // An objection to the signatory waits to be settled: the address proves nothing until then.
  const contact = { portalObjections: { none: { settlement: null } } };
  return tx.contactProof
    .count({ where: { controllerId, email, contact }, take: 1 })
    .then((count) => count > 0);
}

/**
 * Lets silence count where the address was proven since, or a proven contact opened the notice and the agreed days have
 * passed from then. Returns how many.
 */
export async function proveSilences(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "authorisation.receive")) return refuse({ kind: "forbidden" });
  const held = await withOrg(ctx.scope, (tx) =>
    tx.authorisation.findMany({
      where: { state: "notified", silenceAddress: { not: null }, silenceProvenAt: null },
      select: { id: true },
    }),
  );
  let proven = 0;
  for (const { id } of held) {
    const outcome = await write(ctx, async (tx, journal) => {
      await lockAuthorisation(tx, id);
      const row = required(await findAuthorisation(tx, id), "request under the lock");
      if (row.state !== "notified" || !(await countsNow(tx, ctx, row))) return done(false);
      await tx.authorisation.updateMany({
        where: { id, silenceProvenAt: null },
        data: { silenceProvenAt: ctx.now, updatedAt: ctx.now },
      });
      journal.note({
        event: "authorisation.silence-proven",
        subject: subjectOf(row),
        after: { recipient: row.recipient, at: ctx.now.toISOString() },
      });
      await announceUse(tx, ctx, row);
      return done(true);
    });
    if (outcome.ok && outcome.value) proven += 1;
  }
  return done(proven);
}

async function countsNow(tx: Tx, { now }: Ctx, row: AuthorisationRow): Promise<boolean> {
  if (await isProven(tx, row)) return true;
  const openedAt = await findProvenOpening(tx, row.id);
  if (openedAt === null) return false;
  const reached = storedRequestOf({ ...row, receivedAt: openedAt, silenceAddress: null });
  return authorisationStatusAt(reached, now.getTime()).isAuthorised;
}

/** First opening in the portal by a contact whose address is proven. */
async function findProvenOpening(tx: Tx, id: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<[{ at: Date | null }]>`
    SELECT min(l.looked_at) AS at FROM access_look l
      JOIN contact_proof p ON p.org_id = l.org_id AND p.contact_id = l.contact_id
      JOIN authorisation a ON a.org_id = l.org_id AND a.id = l.subject_id AND l.looked_at >= a.sent_at
    WHERE l.noun = 'authorisation' AND NOT contact_has_open_objection(l.contact_id) AND l.subject_id = ${id}::uuid`;
  return row.at;
}
