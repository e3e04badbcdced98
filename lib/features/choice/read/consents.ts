import {
  personFacts,
  type ConsentItems,
  type PersonFacts,
  type ProvenChoice,
} from "@/lib/domain/campaign/person-facts";
import type { Choice } from "@/lib/domain/choice/choices";
import type { Tx } from "@/lib/platform/database/transaction";

/** Product of one controller, or of the one that it was merged into, at an instant. */
type Asked = { controllerId: string; purpose: string; at: number };

/**
 * Finds what each person holds towards a controller at an instant, by the key of the person in hex: the one reading of
 * consents, refusals and objections, which holds what was recorded a moment ago. A person without choices is left out.
 */
export async function findConsents(
  tx: Tx,
  keys: readonly Buffer[],
  { controllerId, ...asked }: Asked,
): Promise<Map<string, PersonFacts>> {
  const rows = await tx.choice.findMany({
    where: {
      personKey: { in: keys.map((key) => Uint8Array.from(key)) },
      act: "telephone",
      decidedAt: { lte: new Date(asked.at) },
      controller: { OR: [{ id: controllerId }, { mergedIntoId: controllerId }] },
    },
    select: {
      ...{ personKey: true, act: true, purpose: true, outcome: true, decidedAt: true, validUntil: true },
      ...{ proof: true, source: true },
      consentFile: { select: { collection: { select: { items: true } } } },
    },
  });
  const byPerson = new Map<string, ProvenChoice[]>();
  for (const { personKey, act, outcome, decidedAt, consentFile, ...row } of rows) {
    const person = Buffer.from(personKey).toString("hex");
    const own = byPerson.get(person) ?? [];
    byPerson.set(person, own);
    own.push({
      ...row,
      // The database admits no others.
      act: act as Choice["act"],
      outcome: outcome as Choice["outcome"],
      decidedAt: decidedAt.getTime(),
      items: (consentFile?.collection.items ?? null) as ConsentItems | null,
    });
  }
  return new Map([...byPerson].map(([person, own]) => [person, personFacts(own, asked)]));
}

/** Consents of one collection that end on one day and were given on another, of persons whom nothing stopped since. */
export type ConsentGroup = { collectionId: string; givenAt: number; until: string; count: number };

/** Groups the consents that stand, without regard to their last day, towards a controller for a product. */
export async function findConsentGroups(
  tx: Tx,
  { controllerId, purpose, at }: Asked,
): Promise<ConsentGroup[]> {
  const rows = await tx.$queryRaw<{ collectionId: string; givenAt: Date; until: string; count: number }[]>`
    WITH made AS (
      SELECT c.person_key, c.outcome, c.decided_at, c.valid_until, c.consent_file_id, row_number() OVER (
        PARTITION BY c.person_key ORDER BY c.decided_at DESC, (c.outcome = 'allowed')::int) AS place
      FROM choice c JOIN controller o ON o.org_id = c.org_id AND o.id = c.controller_id
      WHERE c.act = 'telephone' AND c.purpose IN (${purpose}, '') AND c.decided_at <= ${new Date(at)}
        AND (o.id = ${controllerId}::uuid OR o.merged_into_id = ${controllerId}::uuid)
    )
    SELECT f.collection_id AS "collectionId", max(m.decided_at) AS "givenAt", m.valid_until AS until, count(*)::int
    FROM made m JOIN consent_file f ON f.id = m.consent_file_id
    WHERE m.place = 1 AND m.outcome = 'allowed'
    GROUP BY f.collection_id, m.valid_until ORDER BY m.valid_until DESC`;
  return rows.map(({ givenAt, ...row }) => ({ ...row, givenAt: givenAt.getTime() }));
}
