import type { ConsentItems, ProvenChoice } from "@/lib/domain/campaign/person-facts";
import { itemsOfPage } from "@/lib/domain/consultation/consent-page";
import { IS_STANDING } from "./standing";
import type { Reader } from "@/lib/platform/read/reader";

/** Acts of one controller, or of the one that it was merged into, until an instant. */
type Asked = Pick<ProvenChoice, "act"> & { controllerId: string; at: number };

/**
 * Finds what persons chose about one act of a controller, by the key of the person in hex; who never chose is left out.
 * The look-up of a person, the check of a list and the campaigns read it. Choices are first narrowed to the persons, by
 * their index alone: the planner would take a controller's thousands for a few.
 */
export async function findChoicesOfPersons(
  tx: Reader,
  persons: ReadonlySet<string>,
  { controllerId, act, at }: Asked,
): Promise<Map<string, ProvenChoice[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH made AS MATERIALIZED (
      SELECT * FROM choice WHERE person_key = ANY (ARRAY(
        SELECT decode(asked.person, 'hex') FROM unnest(${[...persons]}::text[]) AS asked (person))))
    SELECT encode(c.person_key, 'hex') AS person, c.purpose, c.country, c.outcome, c.decided_at AS "decidedAt", c.valid_until AS "validUntil",
      c.proof, c.source, c.call_log_id IS NOT NULL AND c.purpose <> '' AS "isOfOffer", k.items,
      c.consent_page AS "consentPage", c.times
    FROM made c JOIN controller o ON o.org_id = c.org_id AND o.id = c.controller_id
    LEFT JOIN consent_file f ON f.org_id = c.org_id AND f.id = c.consent_file_id
    LEFT JOIN consent_collection k ON k.org_id = f.org_id AND k.id = f.collection_id
    WHERE ${IS_STANDING} AND c.act = ${act} AND c.decided_at <= ${new Date(at)}
      AND (o.id = ${controllerId}::uuid OR o.merged_into_id = ${controllerId}::uuid)`;
  const byPerson = new Map<string, ProvenChoice[]>();
  for (const { person, decidedAt, consentPage, ...row } of rows) {
    const own = byPerson.get(person) ?? [];
    byPerson.set(person, own);
    // Choices through a link are made on our own page, whose words are known.
    const items = row.source === "consultation" ? itemsOfPage(consentPage, row.purpose) : row.items;
    own.push({ ...row, items, act, decidedAt: decidedAt.getTime() });
  }
  return byPerson;
}

// The database admits no other outcomes.
type Row = Omit<ProvenChoice, "act" | "decidedAt" | "items"> & {
  person: string;
  decidedAt: Date;
  items: ConsentItems | null;
  consentPage: number | null;
};
