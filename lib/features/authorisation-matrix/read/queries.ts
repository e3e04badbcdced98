import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { agreedOn } from "@/lib/domain/authorisation/agreed";
import type { UsedSubProcessor } from "@/lib/domain/authorisation/authorisation-status";
import type { Matrix, MatrixColumn, MatrixRow } from "@/lib/domain/authorisation/matrix";
import { exportLawsFinder } from "@/lib/domain/controller/law-facts";
import type { Contract } from "@/lib/domain/contract/types";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import { usedFor } from "@/lib/domain/authorisation/sub-processor-use";
import type { TransferContent } from "@/lib/domain/transfer/content";
import { filledClauseOf } from "@/lib/domain/transfer/filled-clause";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { bySubProcessor, findRequests } from "./requests";
import { memoiseCells, NEVER } from "./cells";

/** Four queries whatever the size; the domain decides each cell. */
export async function findMatrix(tx: Tx, now: Date): Promise<Matrix> {
  const today = todayIn("Africa/Casablanca", now.getTime());
  const controllers = await findControllers(tx);
  const { gdprBinding } = await tx.organisation.findFirstOrThrow({ select: { gdprBinding: true } });
  const isProcessorBound = gdprBinding !== "contractual-only";
  const lawsOf = exportLawsFinder({ rows: controllers, isProcessorBound, on: today });
  const faced = await findFaced(tx, { today, lawsOf });
  const asked = await findRequests(tx);
  const answer = memoiseCells(now.getTime(), await findAnnouncedHolidays(tx));
  const rows = controllers.map(({ id, name, contracts, tools }): MatrixRow => {
    const { contractId, regime } = agreedOn(
      contracts,
      today,
      tools.flatMap((tool) => filledClauseOf(tool) ?? []),
    );
    const theirs = asked.get(id);
    const requests = theirs && bySubProcessor(theirs);
    return {
      controllerId: id,
      controller: name,
      contract: contracts.find((one) => one.id === contractId)?.reference ?? "",
      regime,
      cells: faced.map(({ column, usedFor }) => {
        const about = requests?.get(column.reference);
        return about ? answer(about, usedFor(id)) : NEVER[regime];
      }),
    };
  });
  return { columns: faced.map(({ column }) => column), rows };
}

/** Latest decision; receipts are ignored. */
export type LastRequest = { reference: string; decidedAt: Date };

export async function findLastRequests(tx: Tx, ids: readonly string[]): Promise<Map<string, LastRequest>> {
  const [{ found }] = await tx.$queryRaw<[{ found: string }]>`
    SELECT coalesce(json_agg(json_build_array(a.id, a.reference, coalesce((
      SELECT max(f.at) FROM authorisation_fact f
      WHERE f.org_id = a.org_id AND f.authorisation_id = a.id AND f.event NOT IN ('receive', 'meet')
    ), a.created_at))), '[]')::text AS found
    FROM authorisation a WHERE a.id = ANY (${ids}::uuid[])`;
  const rows = JSON.parse(found) as [id: string, reference: string, decidedAt: string][];
  return new Map(
    rows.map(([id, reference, decidedAt]) => [id, { reference, decidedAt: new Date(decidedAt) }]),
  );
}

type ControllerFound = Parameters<typeof exportLawsFinder>[0]["rows"][number] & {
  name: string;
  contracts: (Contract & { id: string; reference: string })[];
  /** Tools of current transfers to the organisation. */
  tools: TransferContent["tool"][];
};

/** Fields of a contract that `agreedOn` reads. */
async function findControllers(tx: Tx): Promise<ControllerFound[]> {
  const [{ found }] = await tx.$queryRaw<[{ found: string }]>`
    SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.legal_name, 'country', c.country,
      'address', c.address, 'establishments', c.establishments, 'targeting', c.targeting, 'targetCountries', c.target_countries,
      'clientRole', c.client_role, 'contracts', coalesce(k.contracts, '[]'),
      'tools', coalesce(t.tools, '[]'))
      ORDER BY c.legal_name, c.id), '[]')::text AS found
    FROM controller c LEFT JOIN (
      SELECT k.controller_id, json_agg(json_build_object(
        'id', k.id, 'reference', k.reference, 'signedOn', k.signed_on, 'effectiveOn', k.effective_on,
        'noticeGivenOn', k.notice_given_on, 'endedOn', k.ended_on,
        'content', json_build_object('deed', json_build_object('terms', k.content #> '{deed,terms}',
          'term', k.content #> '{deed,term}', 'instruments', k.content #> '{deed,instruments}'), 'amendments', (
          SELECT coalesce(json_agg(json_build_object('id', a -> 'id', 'signedOn', a -> 'signedOn',
            'effectiveOn', a -> 'effectiveOn', 'withdrawn', a -> 'withdrawn',
            'says', json_build_object('terms', a #> '{says,terms}', 'term', a #> '{says,term}',
              'instruments', a #> '{says,instruments}'))), '[]')
          FROM jsonb_array_elements(k.content -> 'amendments') AS a))) ORDER BY k.reference) AS contracts
      FROM contract k WHERE k.state <> 'ended' GROUP BY k.controller_id
    ) k ON k.controller_id = c.id
    LEFT JOIN (
      SELECT t.controller_id, json_agg(t.content -> 'tool' ORDER BY t.reference) AS tools
      FROM transfer t WHERE t.state = 'running' AND t.flow = 'to-organisation' GROUP BY t.controller_id
    ) t ON t.controller_id = c.id
    WHERE c.archived_at IS NULL`;
  return JSON.parse(found) as ControllerFound[];
}

type RelyingColumn = { column: MatrixColumn; usedFor: (controllerId: string) => UsedSubProcessor };

/** Includes ended sub-processors with earlier requests. */
async function findFaced(tx: Tx, on: Parameters<typeof usedFor>[1]): Promise<RelyingColumn[]> {
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
    usedFor: usedFor(
      { state, content: subProcessorContentSchema.parse(content), scopeDigest, transfers },
      on,
    ),
  }));
}
