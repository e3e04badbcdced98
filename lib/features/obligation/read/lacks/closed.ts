import { type ObligationKind, todayAtHome, undatedOf } from "@/lib/domain/obligation/types";
import { registerCodes } from "@/lib/domain/compliance/duties";
import { Prisma } from "@/lib/generated/prisma/client";
import { BARS } from "@/lib/domain/transfer/status";
import { COUNTED, type FindLacks } from "./asked";

/** Most gaps that are shown as closed: more are for the history of each row. */
const MOST = 5000;

type Closed = {
  id: string;
  controllerId: string | null;
  controller: string;
  reference: string;
  label: string;
  at: Date;
};

/**
 * Entries whose last gap a later version or a later assessment closed: one line for each controller and day. What was
 * assessed last before is what the version lacked.
 */
export const findClosedRecordGaps: FindLacks = async (tx, { doneSince, countRecords }) => {
  const counted = [...registerCodes("processor"), ...registerCodes("controller")];
  const isWhole = (row: Prisma.Sql) =>
    Prisma.sql`(${row}.required_gaps = 0 OR NOT ${row}.gap_codes && ${counted}::text[])`;
  const rows = await tx.$queryRaw<Closed[]>`
    WITH closing AS (
      SELECT v.record_id, v.version, v.recorded_at FROM record_version v
      WHERE v.recorded_at >= ${doneSince} AND v.version > 1 AND ${isWhole(Prisma.sql`v`)}
      UNION ALL SELECT a.record_id, a.version, a.recorded_at FROM record_assessment a
      WHERE a.recorded_at >= ${doneSince} AND ${isWhole(Prisma.sql`a`)})
    SELECT c.record_id AS id, r.controller_id AS "controllerId", coalesce(o.legal_name, '') AS controller,
      r.reference, r.activity AS label, c.recorded_at AS at
    FROM closing c JOIN processing_record r ON r.id = c.record_id
    LEFT JOIN controller o ON o.id = r.controller_id
    CROSS JOIN LATERAL (
      SELECT p.required_gaps, p.gap_codes FROM (
        SELECT v.recorded_at, v.required_gaps, v.gap_codes FROM record_version v
        WHERE v.record_id = c.record_id AND v.version <= c.version AND v.recorded_at < c.recorded_at
        UNION ALL SELECT a.recorded_at, a.required_gaps, a.gap_codes FROM record_assessment a
        WHERE a.record_id = c.record_id AND a.recorded_at < c.recorded_at) AS p
      ORDER BY p.recorded_at DESC LIMIT 1) AS before
    WHERE before.required_gaps > 0 AND before.gap_codes && ${counted}::text[]
    ORDER BY c.recorded_at DESC LIMIT ${MOST}`;
  return groupByDay(rows).map((group) => {
    const { last, day } = group;
    const isOwn = last.controllerId === null;
    const records = isOwn ? "/own-records" : "/records";
    const all = isOwn ? records : `${records}?controller=${last.controllerId}`;
    const row = {
      ...{ subject: { id: last.controllerId ?? "", reference: "" }, controller: controllerOf(last) },
      ...{ path: group.ids.size === 1 ? `${records}/${last.id}` : all, ...COUNTED },
    };
    const about =
      group.ids.size === 1 ? `${last.reference} ${last.label}`.trim() : countRecords(group.ids.size);
    return undatedOf(row, isOwn ? "record.own-gaps" : "record.gaps", {
      ...{ about, part: day, doneAt: last.at.getTime() },
    });
  });
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
      ...{ about: closed.label, doneAt: closed.at.getTime() },
    }),
  );
};

/** Transfers in use that a later version, or their suspension, brought in order. */
export const findClosedTransferGaps: FindLacks = async (tx, { doneSince }) => {
  const bars = [...BARS];
  const rows = await tx.$queryRaw<(Closed & { isBarred: boolean })[]>`
    SELECT v.transfer_id AS id, v.controller_id AS "controllerId", coalesce(o.legal_name, '') AS controller,
      v.reference, v.importer_name AS label, v.recorded_at AS at, b.gap_codes && ${bars}::text[] AS "isBarred"
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
        ...{ about: closed.label, doneAt: closed.at.getTime() },
      },
    ),
  );
};

type Group = { last: Closed; day: string; ids: Set<string> };

/** Groups by controller and day at the organisation, each under what was closed last. */
function groupByDay(rows: readonly Closed[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const day = todayAtHome(row.at.getTime());
    const key = `${row.controllerId ?? ""} ${day}`;
    const group = groups.get(key) ?? { last: row, day, ids: new Set() };
    group.ids.add(row.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function controllerOf({ controllerId, controller }: Closed) {
  return controllerId === null ? null : { id: controllerId, name: controller };
}

function rowOf(closed: Closed, path: string) {
  return {
    ...{ subject: { id: closed.id, reference: closed.reference }, controller: controllerOf(closed), path },
    ...COUNTED,
  };
}
