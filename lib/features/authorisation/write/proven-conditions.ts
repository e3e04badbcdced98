import { required } from "@/lib/domain/invariant/required";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findAuthorisation, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { isLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { isAddressUnproven } from "@/lib/platform/access/address-proofs";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import type { ContactCtx, Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { announceUse, insertMove } from "./change";
import { lockAuthorisation } from "./rows";

/**
 * The condition under which an approval stands whose signatory's address nothing proves: it covers no use until then. Empty
 * for a proven one. A refusal, an objection or a revocation needs no proof, 28(2).
 */
export async function unprovenCondition(
  tx: Tx,
  { actor }: ContactCtx,
  { language }: AuthorisationRow,
): Promise<{ text: string; contactId: string }[]> {
  const { contactId } = actor;
  if (!(await isAddressUnproven(tx, contactId))) return [];
  const contact = await tx.controllerContact.findFirstOrThrow({
    where: { id: contactId },
    select: { email: true },
  });
  const t = await translator(isLocale(language) ? language : "fr", "authorisation");
  return [{ text: t("unproven.condition", { email: contact.email }), contactId }];
}

/** Meets the conditions of approvals whose signatory's address was proven since. Returns how many. */
export async function meetProvenConditions(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "authorisation.receive")) return refuse({ kind: "forbidden" });
  const waiting = await withOrg(ctx.scope, findWaiting);
  const outcomes = [];
  for (const { id, conditionId, provenAt } of waiting)
    outcomes.push(
      await write(ctx, async (tx, journal) => {
        await lockAuthorisation(tx, id);
        const before = required(await findAuthorisation(tx, id), "request under the lock");
        const t = await translator(isLocale(before.language) ? before.language : "fr", "authorisation");
        const moved = await insertMove(tx, ctx, journal, {
          before,
          version: before.version,
          content: { kind: "meet", at: ctx.now, source: t("unproven.met", { at: provenAt.toISOString() }) },
          evidence: { conditionId },
        });
        if (!moved.ok) return moved;
        const open = { id: conditionId, metAt: null };
        await tx.authorisationCondition.updateMany({ where: open, data: { metAt: ctx.now } });
        // Runs after the condition is met, because it decides the use.
        await announceUse(tx, ctx, before);
        return moved;
      }),
    );
  return done(outcomes.filter(({ ok }) => ok).length);
}

function findWaiting(tx: Tx) {
  return tx.$queryRaw<{ id: string; conditionId: string; provenAt: Date }[]>`
    SELECT c.authorisation_id AS id, c.id AS "conditionId", p.proven_at AS "provenAt"
    FROM authorisation_condition c
      JOIN contact_proof p ON p.org_id = c.org_id AND p.contact_id = c.contact_id
      JOIN authorisation a ON a.org_id = c.org_id AND a.id = c.authorisation_id
    WHERE c.met_at IS NULL AND a.state IN ('approved', 'suspended')`;
}
