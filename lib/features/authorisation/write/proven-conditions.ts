import { required } from "@/lib/domain/invariant/required";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findAuthorisation, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { isLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { isAddressUnproven } from "@/lib/platform/access/address-proofs";
import { newId } from "@/lib/platform/database/ids";
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

/**
 * Holds the approvals of a signatory to whom another contact objects, each by a condition that only the end of the objection
 * meets: they cover no use until then. One that waits for the proof of the address has its condition already.
 */
export async function holdObjectedApprovals(
  tx: Tx,
  ctx: ContactCtx,
  { id: contactId, personId, email }: { id: string; personId: string | null; email: string },
): Promise<string[]> {
  if (personId === null) return [];
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM authorisation a
    WHERE a.state IN ('approved', 'suspended') AND ${personId}::uuid = (SELECT f.author_id FROM authorisation_fact f
        WHERE f.org_id = a.org_id AND f.authorisation_id = a.id AND f.event = 'approve'
          AND f.author_kind = 'controller-contact' ORDER BY f.version DESC LIMIT 1)
      AND NOT EXISTS (SELECT FROM authorisation_condition c WHERE c.org_id = a.org_id AND c.authorisation_id = a.id
        AND c.contact_id = ${contactId}::uuid AND c.met_at IS NULL)
    ORDER BY a.id`;
  for (const { id } of held) {
    const row = required(await findAuthorisation(tx, id), "request of the signatory");
    const t = await translator(isLocale(row.language) ? row.language : "fr", "authorisation");
    await tx.authorisationCondition.createMany({
      data: {
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        authorisationId: id,
        controllerId: row.controllerId,
        position: row.conditions.length + 1,
        text: t("objected.condition", { email, by: ctx.actor.name }),
        contactId,
      },
    });
    await announceUse(tx, ctx, row);
  }
  return held.map(({ id }) => id);
}

/** Meets the conditions of approvals whose signatory's address was proven since, to whom nobody objects. Returns how many. */
export async function meetProvenConditions(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "authorisation.receive")) return refuse({ kind: "forbidden" });
  const waiting = await withOrg(ctx.scope, findWaiting);
  const outcomes = [];
  for (const { id, conditionId, provenAt, settledAt } of waiting)
    outcomes.push(
      await write(ctx, async (tx, journal) => {
        await lockAuthorisation(tx, id);
        const before = required(await findAuthorisation(tx, id), "request under the lock");
        const t = await translator(isLocale(before.language) ? before.language : "fr", "authorisation");
        const moved = await insertMove(tx, ctx, journal, {
          before,
          version: before.version,
          content: {
            kind: "meet",
            at: ctx.now,
            source: settledAt
              ? t("objected.met", { at: settledAt.toISOString() })
              : t("unproven.met", { at: provenAt.toISOString() }),
          },
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

type Waiting = { id: string; conditionId: string; provenAt: Date; settledAt: Date | null };

function findWaiting(tx: Tx) {
  return tx.$queryRaw<Waiting[]>`
    SELECT c.authorisation_id AS id, c.id AS "conditionId", p.proven_at AS "provenAt", (SELECT max(s.settled_at)
      FROM signatory_objection o JOIN signatory_settlement s ON s.org_id = o.org_id AND s.objection_id = o.id
      WHERE o.org_id = c.org_id AND o.contact_id = c.contact_id AND s.settled_at > p.proven_at) AS "settledAt"
    FROM authorisation_condition c
      JOIN contact_proof p ON p.org_id = c.org_id AND p.contact_id = c.contact_id
      JOIN authorisation a ON a.org_id = c.org_id AND a.id = c.authorisation_id
    WHERE c.met_at IS NULL AND NOT contact_has_open_objection(c.contact_id) AND a.state IN ('approved', 'suspended')`;
}
