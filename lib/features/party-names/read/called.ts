import { nameFinder } from "@/lib/domain/controller/find-names";
import { nameAliases } from "@/lib/domain/controller/name-aliases";
import { indexNames, type NamedParty } from "@/lib/domain/controller/name-index";
import type { Tx } from "@/lib/platform/database/transaction";

type RecipientRow = { reference: string; controllerId: string; companies: string[] };
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

/** References of the contracts with each controller. */
export async function findContractReferences(tx: Tx): Promise<Map<string, string[]>> {
  const rows = await tx.contract.findMany({ select: { controllerId: true, reference: true } });
  const references = new Map<string, string[]>();
  for (const { controllerId, reference } of rows)
    references.set(controllerId, [...(references.get(controllerId) ?? []), reference]);
  return references;
}

/** Controllers as they are called in speech too: by their names, their mail domains, the letters of their contracts. */
export async function findSpokenControllerNames(tx: Tx): Promise<NamedParty[]> {
  const references = await findContractReferences(tx);
  const rows = await tx.controller.findMany({
    where: { isPlaceholder: false },
    select: { id: true, contactEmail: true, contacts: { select: { email: true } } },
  });
  const addresses = new Map(
    rows.map(({ id, contactEmail, contacts }) => [id, [contactEmail, ...contacts.map(({ email }) => email)]]),
  );
  return (await findControllerNames(tx)).map((party) => ({
    ...party,
    aliases: nameAliases({
      names: party.companies,
      addresses: addresses.get(party.id) ?? [],
      references: references.get(party.id) ?? [],
    }),
  }));
}

/** Ids of the controllers that words may call as people do in speech: "H&F" is "Harbour & Finch Ltd". */
export async function findSpokenControllers(tx: Tx, words: string): Promise<string[]> {
  const find = nameFinder(indexNames(await findSpokenControllerNames(tx)), { withShortForms: true });
  return [...new Set(find(words).flatMap(({ entries }) => entries.map(({ id }) => id)))];
}

export async function findSubProcessorNames(tx: Tx): Promise<NamedParty[]> {
  const rows = await tx.$queryRaw<NameRow[]>`
    SELECT id, array_agg(DISTINCT name) AS names FROM (
      SELECT id, name FROM sub_processor UNION SELECT sub_processor_id, name FROM sub_processor_version
    ) AS named GROUP BY id`;
  return rows.map(asParty);
}

/**
 * Finds who receives data by each transfer below the processor, by every name that its importer, and the sub-processor that it
 * names, has or had. An onward transfer without a controller is that of each client whose open entries name it or that sub-processor.
 */
export function findTransferRecipients(tx: Tx): Promise<RecipientRow[]> {
  return tx.$queryRaw<RecipientRow[]>`
    WITH named AS (
      SELECT id, importer_name AS name FROM transfer
      UNION SELECT transfer_id, importer_name FROM transfer_version
      UNION SELECT t.id, s.name FROM transfer t JOIN sub_processor s ON s.org_id = t.org_id AND s.id = t.sub_processor_id
      UNION SELECT t.id, v.name FROM transfer t
        JOIN sub_processor_version v ON v.org_id = t.org_id AND v.sub_processor_id = t.sub_processor_id
    ), owned AS (
      SELECT id, controller_id FROM transfer WHERE controller_id IS NOT NULL
      UNION SELECT t.id, r.controller_id FROM transfer t JOIN processing_record r ON r.org_id = t.org_id
        AND r.capacity = 'processor' AND r.state <> 'ended' AND r.controller_id IS NOT NULL
        AND (r.sub_processor_ids @> ARRAY[t.sub_processor_id]
          OR r.content @> jsonb_build_object('destinations', jsonb_build_array(jsonb_build_object('transferId', t.id))))
      WHERE t.controller_id IS NULL
    )
    SELECT t.reference, o.controller_id AS "controllerId", array_agg(DISTINCT n.name) AS companies
    FROM transfer t JOIN owned o ON o.id = t.id JOIN named n ON n.id = t.id AND n.name <> ''
    WHERE t.flow = 'to-sub-processor' GROUP BY t.reference, o.controller_id ORDER BY t.reference, o.controller_id`;
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
