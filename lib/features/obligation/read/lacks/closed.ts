import { type ObligationKind, undatedOf } from "@/lib/domain/obligation/types";
import { BARS } from "@/lib/domain/transfer/status";
import { COUNTED, type FindLacks } from "./asked";

/** Most gaps that are shown as closed: more are for the history of each row. */
export const MOST = 5000;

export type Closed = {
  id: string;
  controllerId: string | null;
  controller: string;
  reference: string;
  label: string;
  at: Date;
};

/** Contracts whose last gap a later version closed, and controllers whose first contract came into force. */
export const findClosedContractGaps: FindLacks = async (tx, { doneSince }) => {
  const rows = await tx.$queryRaw<(Closed & { kind: ObligationKind })[]>`
    SELECT v.contract_id AS id, v.controller_id AS "controllerId", o.legal_name AS controller, v.reference,
      v.title AS label, v.recorded_at AS at, k.kind
    FROM contract_version v
    JOIN contract_version b ON b.contract_id = v.contract_id AND b.version = v.version - 1
    JOIN controller o ON o.id = v.controller_id
    CROSS JOIN LATERAL (
      SELECT 'contract.gaps' AS kind
      WHERE b.state = 'in-force' AND b.required_gaps > 0 AND v.state = 'in-force' AND v.required_gaps = 0
      UNION ALL SELECT 'contract.none'
      WHERE v.state = 'in-force' AND b.state <> 'in-force'
        AND EXISTS (SELECT FROM record_version r WHERE r.org_id = v.org_id AND r.controller_id = v.controller_id
          AND r.capacity = 'processor' AND r.state <> 'ended' AND r.recorded_at < v.recorded_at)
        AND NOT EXISTS (SELECT FROM contract_version w WHERE w.org_id = v.org_id AND w.controller_id = v.controller_id
          AND w.contract_id <> v.contract_id AND w.state = 'in-force' AND w.recorded_at <= v.recorded_at
          AND coalesce(w.superseded_at > v.recorded_at, TRUE))) AS k
    WHERE v.recorded_at >= ${doneSince} ORDER BY v.recorded_at DESC LIMIT ${MOST}`;
  return rows.map((closed) =>
    undatedOf(rowOf(closed, `/contracts/${closed.id}`), closed.kind, {
      part: String(closed.at.getTime()),
      about: closed.label,
      doneAt: closed.at.getTime(),
    }),
  );
};

/** Transfers in use that a later version brought in order; of one suspended or ended as it was, the lack applies no more. */
export const findClosedTransferGaps: FindLacks = async (tx, { doneSince }) => {
  const bars = [...BARS];
  const rows = await tx.$queryRaw<(Closed & { isBarred: boolean; isLacking: boolean })[]>`
    SELECT v.transfer_id AS id, v.controller_id AS "controllerId", coalesce(o.legal_name, '') AS controller,
      v.reference, v.importer_name AS label, v.recorded_at AS at, b.gap_codes && ${bars}::text[] AS "isBarred",
      (v.required_gaps > 0 OR v.gap_codes && ${bars}::text[]) AS "isLacking"
    FROM transfer_version v
    JOIN transfer_version b ON b.transfer_id = v.transfer_id AND b.version = v.version - 1
    LEFT JOIN controller o ON o.id = v.controller_id
    WHERE v.recorded_at >= ${doneSince} AND b.state = 'running'
      AND (b.required_gaps > 0 OR b.gap_codes && ${bars}::text[])
      AND (v.state <> 'running' OR (v.required_gaps = 0 AND NOT v.gap_codes && ${bars}::text[]))
    ORDER BY v.recorded_at DESC LIMIT ${MOST}`;
  return rows.map((closed) =>
    undatedOf(
      rowOf(closed, `/transfers/${closed.id}`),
      closed.isBarred ? "transfer.barred" : "transfer.gaps",
      {
        part: String(closed.at.getTime()),
        about: closed.label,
        doneAt: closed.at.getTime(),
        ending: closed.isLacking ? "void" : "met",
      },
    ),
  );
};

export function controllerOf({ controllerId, controller }: Closed) {
  return controllerId === null ? null : { id: controllerId, name: controller };
}

function rowOf(closed: Closed, path: string) {
  return {
    subject: { id: closed.id, reference: closed.reference },
    controller: controllerOf(closed),
    path,
    ...COUNTED,
  };
}
