import type { NamedParty } from "@/lib/domain/controller/name-index";
import type { Tx } from "@/lib/platform/database/transaction";

type NameRow = { id: string; names: string[] };

/**
 * Every name under which each controller of the register is or was known: legal, written otherwise, former, of one that
 * became it. Archived ones too: what was lost may be theirs.
 */
export async function findControllerNames(tx: Tx): Promise<NamedParty[]> {
  const rows = await tx.$queryRaw<NameRow[]>`
    WITH RECURSIVE remaining AS (
      SELECT id, id AS last FROM controller WHERE merged_into_id IS NULL AND NOT is_placeholder
      UNION ALL SELECT c.id, r.last FROM controller c JOIN remaining r ON c.merged_into_id = r.id
    ), named AS (
      SELECT id, legal_name AS name FROM controller
      UNION SELECT controller_id, spelling FROM controller_spelling
      UNION SELECT controller_id, snapshot->>'legalName' FROM controller_version
    )
    SELECT r.last AS id, array_agg(DISTINCT n.name) AS names FROM remaining r JOIN named n ON n.id = r.id
    WHERE n.name <> '' GROUP BY r.last`;
  return rows.map(asParty);
}

export async function findSubProcessorNames(tx: Tx): Promise<NamedParty[]> {
  const rows = await tx.$queryRaw<NameRow[]>`
    SELECT id, array_agg(DISTINCT name) AS names FROM (
      SELECT id, name FROM sub_processor UNION SELECT sub_processor_id, name FROM sub_processor_version
    ) AS named GROUP BY id`;
  return rows.map(asParty);
}

/** The processor and its people. */
export async function findOwnNames(tx: Tx): Promise<NamedParty[]> {
  const { legalName, dpoName, city } = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, dpoName: true, city: true },
  });
  const members = await tx.member.findMany({ select: { name: true } });
  const people = [dpoName, ...members.map(({ name }) => name)];
  return [{ id: "own", companies: [legalName, city], people: people.flatMap(withParts) }];
}

/** A person's first and last name alone too. */
const withParts = (name: string) => [name, ...name.split(/\s+/)].filter(Boolean);

const asParty = ({ id, names }: NameRow): NamedParty => ({ id, companies: names });
