import { registerCodes } from "@/lib/domain/compliance/duties";
import { todayAtHome, undatedOf, type Duty } from "@/lib/domain/obligation/types";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";
import { COUNTED, type FindLacks, type LacksAsked } from "./asked";
import { type Closed, controllerOf, MOST } from "./closed";

/** Entries whose last gap a later version or a later assessment closed: one line for each controller and day. */
export const findClosedRecordGaps: FindLacks = async (tx, asked) =>
  linesOfClosed(await findClosedRecords(tx, asked.doneSince), asked);

/**
 * Finds closings of the entries that are given, or of all, the latest first. What was assessed last before is what the
 * version lacked.
 */
export function findClosedRecords(
  tx: Reader,
  doneSince: Date,
  ids: readonly string[] | null = null,
): Promise<Closed[]> {
  const counted = [...registerCodes("processor"), ...registerCodes("controller")];
  const isWhole = (row: Prisma.Sql) =>
    Prisma.sql`(${row}.required_gaps = 0 OR NOT ${row}.gap_codes && ${counted}::text[])`;
  const chosen = ids ? Prisma.sql`record_id = ANY (${ids}::uuid[])` : Prisma.sql`TRUE`;
  return tx.$queryRaw<Closed[]>`
    WITH closing AS (
      SELECT v.record_id, v.version, v.recorded_at FROM record_version v
      WHERE v.recorded_at >= ${doneSince} AND v.version > 1 AND ${isWhole(Prisma.sql`v`)} AND ${chosen}
      UNION ALL SELECT a.record_id, a.version, a.recorded_at FROM record_assessment a
      WHERE a.recorded_at >= ${doneSince} AND ${isWhole(Prisma.sql`a`)} AND ${chosen})
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
    ORDER BY c.recorded_at DESC, c.record_id LIMIT ${MOST}`;
}

/** Puts the closings of the entries that are given in the place of those known before. */
export function replaceClosed(
  known: readonly Closed[],
  ids: readonly string[],
  found: readonly Closed[],
  doneSince: Date,
): Closed[] {
  return [...known.filter(({ id, at }) => !ids.includes(id) && at >= doneSince), ...found]
    .toSorted((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? -1 : 1))
    .slice(0, MOST);
}

export function linesOfClosed(
  rows: readonly Closed[],
  { countRecords }: Pick<LacksAsked, "countRecords">,
): Duty[] {
  return groupByDay(rows).map((group) => {
    const { last, day } = group;
    const isOwn = last.controllerId === null;
    const records = isOwn ? "/own-records" : "/records";
    const all = isOwn ? records : `${records}?controller=${last.controllerId}`;
    const row = {
      subject: { id: last.controllerId ?? "", reference: "" },
      controller: controllerOf(last),
      path: group.ids.size === 1 ? `${records}/${last.id}` : all,
      ...COUNTED,
    };
    const about =
      group.ids.size === 1 ? `${last.reference} ${last.label}`.trim() : countRecords(group.ids.size);
    return undatedOf(row, isOwn ? "record.own-gaps" : "record.gaps", {
      about,
      part: day,
      doneAt: last.at.getTime(),
    });
  });
}

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
