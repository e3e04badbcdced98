import { itemAt } from "@/lib/domain/invariant/required";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** A request as a cell asks about it. */
export type RequestsFound = {
  id: string;
  /** State and regime, then three flags: sent, current scope, conditions met. */
  text: string;
  /** Null where no period can run any more. */
  period: PeriodFound | null;
};

export type PeriodFound = [
  days: number | null,
  zone: string,
  seatCountry: string | null,
  seatAddress: string,
  sentAt: string | null,
  receivedAt: string | null,
  bindsUntil: string | null,
  silenceAddress: string | null,
  silenceProvenAt: string | null,
];

const COLUMNS = ["ids", "subProcessors", "states", "regimes", "sent", "ofScope", "met"] as const;
type Column = (typeof COLUMNS)[number];

/** Requests of one controller, as text columns; of `sent`, `ofScope` and `met` a letter each. */
type RequestColumns = Record<Column, string> & { periods: readonly PeriodFound[] };

/** Creation order, because a later answer governs. */
const MADE = Prisma.sql`ORDER BY created_at, id`;

/**
 * Returns text columns per controller: rows or JSON cost more to encode and parse than to find. Sends only periods that
 * may still run.
 */
export async function findRequests(tx: Tx): Promise<Map<string, RequestColumns>> {
  const [found] = await tx.$queryRaw<[Record<Column | "controllers" | "periods", string | null>]>`
    SELECT string_agg(controller_id::text, E'\n') AS controllers, string_agg(ids, E'\n') AS ids,
      string_agg(sub_processors, E'\n') AS "subProcessors", string_agg(states, E'\n') AS states,
      string_agg(regimes, E'\n') AS regimes, string_agg(sent, E'\n') AS sent, string_agg(of_scope, E'\n') AS "ofScope",
      string_agg(met, E'\n') AS met, '[' || string_agg(coalesce(periods::text, '[]'), ',') || ']' AS periods
    FROM (
      SELECT controller_id, string_agg(id::text, ' ' ${MADE}) AS ids,
        string_agg(sub_processor, ' ' ${MADE}) AS sub_processors, string_agg(state, ' ' ${MADE}) AS states,
        string_agg(regime, ' ' ${MADE}) AS regimes, string_agg(sent, '' ${MADE}) AS sent,
        string_agg(of_scope, '' ${MADE}) AS of_scope, string_agg(met, '' ${MADE}) AS met,
        json_agg(json_build_array(days, zone, seat_country, seat_address, sent_at, received_at, binds_until,
          silence_address, silence_proven_at) ${MADE})
          FILTER (WHERE state IN ('submitted', 'notified')) AS periods
      FROM (
        SELECT a.*, k.binds_until, s.reference AS sub_processor, CASE WHEN a.sent_at IS NULL THEN 'n' ELSE 'y' END AS sent,
          CASE WHEN a.scope_digest = s.scope_digest THEN 'y' ELSE 'n' END AS of_scope,
          CASE WHEN a.id IN (SELECT c.authorisation_id FROM authorisation_condition c WHERE c.met_at IS NULL)
            THEN 'n' ELSE 'y' END AS met
        FROM authorisation a JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id
          LEFT JOIN contract k ON k.org_id = a.org_id AND k.id = a.contract_id
      ) AS asked
      GROUP BY controller_id
    ) AS of_one`;
  const lines = (column: keyof typeof found) => found[column]?.split("\n") ?? [];
  const columns = COLUMNS.map((column) => [column, lines(column)] as const);
  const periods = JSON.parse(found.periods ?? "[]") as PeriodFound[][];
  return new Map(
    lines("controllers").map((controllerId, at) => {
      const texts = Object.fromEntries(columns.map(([column, those]) => [column, itemAt(those, at)]));
      return [controllerId, { ...(texts as Record<Column, string>), periods: itemAt(periods, at) }];
    }),
  );
}

/** Preserves creation order. */
export function bySubProcessor(asked: RequestColumns): Map<string, RequestsFound[]> {
  const cells = new Map<string, RequestsFound[]>();
  const [ids, states, regimes] = [asked.ids.split(" "), asked.states.split(" "), asked.regimes.split(" ")];
  let periods = 0;
  asked.subProcessors.split(" ").forEach((subProcessor, at) => {
    const state = itemAt(states, at);
    const request = {
      id: itemAt(ids, at),
      text: `${state} ${regimes[at]} ${asked.sent[at]}${asked.ofScope[at]}${asked.met[at]}`,
      period: state === "submitted" || state === "notified" ? itemAt(asked.periods, periods++) : null,
    };
    const cell = cells.get(subProcessor);
    if (cell) cell.push(request);
    else cells.set(subProcessor, [request]);
  });
  return cells;
}
