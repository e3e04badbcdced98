import { agreedOn } from "@/lib/domain/authorisation/agreed";
import type { UsedSubProcessor } from "@/lib/domain/authorisation/cell";
import type { Matrix, MatrixColumn, MatrixRow } from "@/lib/domain/authorisation/matrix";
import type { Contract } from "@/lib/domain/contract/types";
import { usedFor } from "@/lib/domain/sub-processor/used";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/transaction";
import { cellAnswers, type AskedFound } from "./cells";

/** Every controller against every sub-processor at an instant: three readings, and the domain decides each cell. */
export async function findMatrix(tx: Tx, now: Date): Promise<Matrix> {
  const today = todayIn("Africa/Casablanca", now.getTime());
  const controllers = await findControllers(tx);
  const faced = await findFaced(tx, today);
  const asked = byCell(await findAsked(tx));
  const answer = cellAnswers(now.getTime());
  const rows = controllers.map(({ id, name, contracts }): MatrixRow => {
    const { contractId, regime } = agreedOn(contracts, today);
    const theirs = asked.get(id);
    return {
      controllerId: id,
      controller: name,
      contract: contracts.find((one) => one.id === contractId)?.reference ?? "",
      regime,
      cells: faced.map((it) => answer(theirs?.get(it.column.id), it.usedFor(id), regime)),
    };
  });
  return { columns: faced.map(({ column }) => column), rows };
}

/** What a request is called, and the instant of the last word on it; not of receipts, which say nothing. */
export type Said = { reference: string; saidAt: Date };

/** The same of some requests, by their ids: as many as are shown. */
export async function findSaid(tx: Tx, ids: readonly string[]): Promise<Map<string, Said>> {
  const rows = await tx.$queryRaw<({ id: string } & Said)[]>`
    SELECT a.id, a.reference, coalesce((
      SELECT max(f.at) FROM authorisation_fact f
      WHERE f.org_id = a.org_id AND f.authorisation_id = a.id AND f.event NOT IN ('receive', 'meet')
    ), a.created_at) AS "saidAt"
    FROM authorisation a WHERE a.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...said }) => [id, said]));
}

type ControllerFound = {
  id: string;
  name: string;
  contracts: (Contract & { id: string; reference: string })[];
};

/** Of a contract what `agreedOn` reads: its days, and its terms as signed and as amended. */
async function findControllers(tx: Tx): Promise<ControllerFound[]> {
  const [{ found }] = await tx.$queryRaw<[{ found: string }]>`
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.legal_name, 'contracts', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', k.id, 'reference', k.reference, 'signedOn', k.signed_on, 'effectiveOn', k.effective_on,
        'noticeGivenOn', k.notice_given_on, 'endedOn', k.ended_on,
        'content', jsonb_build_object('deed', jsonb_build_object('terms', k.content #> '{deed,terms}'), 'amendments', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', a -> 'id', 'signedOn', a -> 'signedOn',
            'effectiveOn', a -> 'effectiveOn', 'withdrawn', a -> 'withdrawn',
            'says', jsonb_build_object('terms', a #> '{says,terms}'))), '[]')
          FROM jsonb_array_elements(k.content -> 'amendments') AS a))) ORDER BY k.reference), '[]')
      FROM contract k WHERE k.org_id = c.org_id AND k.controller_id = c.id AND k.state IN ('signed', 'in-force')
    )) ORDER BY c.legal_name, c.id), '[]')::text AS found
    FROM controller c WHERE c.archived_at IS NULL`;
  return JSON.parse(found) as ControllerFound[];
}

type Faced = { column: MatrixColumn; usedFor: (controllerId: string) => UsedSubProcessor };

/** Sub-processors of the list, and those that left it while a controller had been asked about them. */
async function findFaced(tx: Tx, today: string): Promise<Faced[]> {
  const rows = await tx.subProcessor.findMany({
    where: { OR: [{ state: "listed" }, { authorisations: { some: {} } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      reference: true,
      name: true,
      country: true,
      state: true,
      content: true,
      scopeDigest: true,
      transfers: { select: { state: true, content: true, controllerId: true } },
    },
  });
  return rows.map(({ state, content, scopeDigest, transfers, ...column }) => ({
    column,
    usedFor: usedFor({ state, content, scopeDigest, transfers }, { today }),
  }));
}

/**
 * As one text of lists: ten thousand rows of named columns take longer to be told apart than to be found. A period is
 * sent only where it may still run.
 */
async function findAsked(tx: Tx): Promise<AskedFound[]> {
  const [{ found }] = await tx.$queryRaw<[{ found: string }]>`
    SELECT coalesce(json_agg(json_build_array(a.id, a.controller_id, a.sub_processor_id, a.state, a.regime,
      a.sent_at IS NOT NULL, a.scope_digest = s.scope_digest, coalesce(c.is_met, true),
      CASE WHEN a.state IN ('submitted', 'notified') THEN json_build_array(
        a.days, a.zone, a.seat_country, a.seat_address, a.sent_at, a.received_at) END
      ) ORDER BY a.created_at, a.id), '[]')::text AS found
    FROM authorisation a JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id
    LEFT JOIN (SELECT authorisation_id, bool_and(met_at IS NOT NULL) AS is_met
      FROM authorisation_condition GROUP BY 1) c ON c.authorisation_id = a.id`;
  return JSON.parse(found) as AskedFound[];
}

/** By controller, then by sub-processor, in the order in which they were made. */
function byCell(found: readonly AskedFound[]): Map<string, Map<string, AskedFound[]>> {
  const rows = new Map<string, Map<string, AskedFound[]>>();
  for (const asked of found) {
    const [, controllerId, subProcessorId] = asked;
    const row = rows.get(controllerId) ?? new Map<string, AskedFound[]>();
    rows.set(controllerId, row);
    const cell = row.get(subProcessorId);
    if (cell) cell.push(asked);
    else row.set(subProcessorId, [asked]);
  }
  return rows;
}
