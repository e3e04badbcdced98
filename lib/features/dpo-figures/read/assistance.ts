import type { Assistance } from "@/lib/domain/dpo-work/content";
import type { Reader } from "@/lib/platform/read/reader";

export type AssistanceTotal = {
  controllerId: string;
  controller: string;
  year: string;
  /** Assistance asked for in the year. */
  asked: number;
  given: number;
  /** Minutes spent in the year, by the facts that say so. */
  minutes: number;
};

/** Totals per controller and year; a controller merged into another counts with it. */
export function findAssistanceTotals(reader: Reader): Promise<AssistanceTotal[]> {
  return reader.$queryRaw<AssistanceTotal[]>`
    WITH work AS (
      SELECT w.id, w.org_id, w.day, coalesce(c.merged_into_id, c.id) AS controller FROM dpo_work w
      JOIN controller c ON c.org_id = w.org_id AND c.id = w.controller_id WHERE w.kind = 'assistance'
    ), counted AS (
      SELECT controller, left(day, 4) AS year, 1 AS asked, 0 AS given, 0 AS minutes FROM work
      UNION ALL
      SELECT w.controller, left(f.fact_on, 4), 0, (f.event = 'give')::int,
        CASE WHEN f.event = 'spend' THEN coalesce(f.amount, 0) ELSE 0 END
      FROM work w JOIN dpo_work_fact f ON f.org_id = w.org_id AND f.work_id = w.id AND f.event IN ('give', 'spend')
    )
    SELECT c.id AS "controllerId", c.legal_name AS controller, t.year, sum(t.asked)::int AS asked,
      sum(t.given)::int AS given, sum(t.minutes)::int AS minutes
    FROM counted t JOIN controller c ON c.id = t.controller
    GROUP BY c.id, c.legal_name, t.year ORDER BY t.year DESC, c.legal_name COLLATE register_order, c.id`;
}

export type AssistanceLine = {
  id: string;
  reference: string;
  title: string;
  type: Assistance;
  controller: string;
  askedOn: string;
  givenOn: string | null;
  state: string;
  minutes: number;
  outcome: string;
};

/** Every assistance with its time and outcome, in the order of the requests. */
export function findAssistanceLines(reader: Reader): Promise<AssistanceLine[]> {
  return reader.$queryRaw<AssistanceLine[]>`
    SELECT w.id, w.reference, w.title, w.content ->> 'type' AS type, c.legal_name AS controller, w.day AS "askedOn",
      w.state, coalesce((SELECT sum(f.amount) FROM dpo_work_fact f
        WHERE f.org_id = w.org_id AND f.work_id = w.id AND f.event = 'spend'), 0)::int AS minutes,
      CASE WHEN w.state = 'given' THEN last.fact_on END AS "givenOn",
      CASE WHEN w.state IN ('given', 'declined') THEN concat_ws(' ', last.detail, last.reason) ELSE '' END AS outcome
    FROM dpo_work w JOIN controller c ON c.org_id = w.org_id AND c.id = w.controller_id
    LEFT JOIN LATERAL (SELECT f.fact_on, nullif(f.detail, '') AS detail, nullif(f.reason, '') AS reason
      FROM dpo_work_fact f WHERE f.org_id = w.org_id AND f.work_id = w.id AND f.event IN ('give', 'decline')
      ORDER BY f.number DESC LIMIT 1) last ON true
    WHERE w.kind = 'assistance' ORDER BY w.day, w.reference`;
}
