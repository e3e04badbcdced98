import { isStop, outcomeOf, type CallOutcome } from "@/lib/domain/call-log/outcomes";
import { ATTEMPT_DAYS, MOST_ATTEMPTS } from "@/lib/domain/telephone-prospecting/judge-person";
import { spanOf, type HouseHistory } from "@/lib/domain/telephone-prospecting/house-history";
import type { Zone } from "@/lib/domain/time/zones";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Calls of a log in one span, under one version of the house, of which every fact is the same. */
export type AlikeCalls = {
  count: number;
  first: Date;
  last: Date;
  line: number;
  /** Attempts before, at most as many as the law asks about. */
  attempts: number;
  shown: string;
  /** The last refusal on the telephone before it, in a log or in the register of choices, and the last objection. */
  refusal: Date | null;
  objection: Date | null;
  /** An earlier call has an outcome that nobody has said. */
  isUnknown: boolean;
  allowedAt: Date | null;
  validUntil: string | null;
  hasProof: boolean | null;
  /** Collection that the last agreement came with. */
  collectionId: string | null;
  /** The first stop after the last agreement. */
  withdrawnAt: Date | null;
};

export type CallsAsked = {
  log: string;
  professionals: readonly string[];
  controllers: readonly string[];
  purpose: string;
  firstAt: Date;
  lastAt: Date;
  zones: readonly Zone[];
  /** Versions of the house, by their instant. */
  houses: HouseHistory;
  logs: readonly LogOutcomes[];
};

/** Codes of a log of the same professional, with what a person decided of them. */
export type LogOutcomes = {
  id: string;
  codes: readonly string[];
  decided: Readonly<Record<string, CallOutcome>>;
};

/** Groups that are fetched at once. */
const AT_ONCE = 2_000;
/** Memory of one sort in the database; what is larger is sorted on its disk. */
const SORT_MEMORY = "64MB";
const DAY_MS = 86_400_000;

/**
 * Reads the calls of a log grouped by what law and house may ask of them. The database sorts the calls and choices of each
 * person and counts within windows; what its counts come to is not decided here. Attempts are those of the zone in which
 * most fall within the thirty days.
 */
export async function* readAlikeCalls(tx: Tx, asked: CallsAsked): AsyncGenerator<AlikeCalls[]> {
  // Prevents nested loops: the planner knows no number of rows that were inserted a moment ago, and would compare each
  // call with each person.
  await tx.$queryRaw`
    SELECT set_config('work_mem', ${SORT_MEMORY}, true), set_config('enable_nestloop', 'off', true)`;
  await tx.$executeRaw`DECLARE alike_calls NO SCROLL CURSOR FOR ${alikeCalls(asked)}`;
  for (;;) {
    const rows = await tx.$queryRaw<AlikeCalls[]>`FETCH ${Prisma.raw(String(AT_ONCE))} FROM alike_calls`;
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) break;
  }
  await tx.$executeRaw`CLOSE alike_calls`;
}

function alikeCalls(asked: CallsAsked): Prisma.Sql {
  const days = asked.zones.map((zone, index) => ({
    day: Prisma.raw(`day_${index}`),
    far: Prisma.raw(`far_${index}`),
    of: Prisma.raw(`((at AT TIME ZONE '${zone}')::date - DATE '2000-01-01')`),
  }));
  const dayColumns = Prisma.join(days.map(({ day, of }) => Prisma.sql`${of} AS ${day}`));
  const counts = Prisma.join(
    days.map(({ far }) => Prisma.sql`count(*) FILTER (WHERE is_placed) OVER ${far}`),
    ", ",
  );
  const windows = Prisma.join(
    days.map(
      ({ day, far }) => Prisma.sql`${far} AS (PARTITION BY person_key ORDER BY ${day}
        RANGE BETWEEN UNBOUNDED PRECEDING AND ${Prisma.raw(String(ATTEMPT_DAYS))} PRECEDING)`,
    ),
  );
  return Prisma.sql`
    WITH people AS MATERIALIZED (SELECT DISTINCT person_key FROM logged_call WHERE log_id = ${asked.log}::uuid),
    codes AS MATERIALIZED (${codesOf(asked.logs)}),
    chosen AS MATERIALIZED (${chosen(asked)}),
    events AS (
      SELECT person_key, at, is_own, is_placed, is_stop, is_objection, is_unknown, line, shown, ord, outcome, ${dayColumns}
      FROM (${calls(asked)} UNION ALL
        SELECT person_key, decided_at, false, false, outcome = 'refused' AND source = 'call',
          outcome = 'refused', false, NULL, '', ord, outcome FROM chosen) AS e),
    placed AS (
      SELECT *, count(*) FILTER (WHERE is_placed) OVER before - LEAST(${counts}) AS attempts,
        max(at) FILTER (WHERE is_stop) OVER before AS refusal,
        max(at) FILTER (WHERE is_objection) OVER before AS objection,
        coalesce(bool_or(is_unknown) OVER before, false) AS has_unknown,
        max(ord) FILTER (WHERE outcome = 'allowed') OVER before AS allowed,
        max(at) FILTER (WHERE outcome IN ('refused', 'withdrawn')) OVER before AS stopped
      FROM events
      WINDOW before AS (PARTITION BY person_key ORDER BY at, ord NULLS LAST, line
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), ${windows})
    SELECT count(*)::int AS count, min(at) AS first, max(at) AS last, min(line) AS line, attempts, shown, refusal, objection,
      "isUnknown", "allowedAt", "validUntil", "hasProof", "collectionId", "withdrawnAt"
    FROM (
      SELECT p.at, p.line, p.shown, p.refusal, p.objection, p.has_unknown AS "isUnknown",
        floor(extract(epoch FROM p.at) / ${spanOf(asked.houses) / 1000}) AS span,
        width_bucket(p.at, ${asked.houses.map(({ from }) => new Date(from))}::timestamptz[]) AS house, LEAST(p.attempts, ${MOST_ATTEMPTS})::int AS attempts,
        c.decided_at AS "allowedAt", c.valid_until AS "validUntil", c.has_proof AS "hasProof",
        c.collection_id AS "collectionId",
        CASE WHEN p.stopped >= c.decided_at THEN p.stopped END AS "withdrawnAt"
      FROM placed p LEFT JOIN chosen c ON c.ord = p.allowed
      WHERE p.is_own AND p.is_placed) AS own
    GROUP BY span, house, attempts, shown, refusal, objection, "isUnknown", "allowedAt", "validUntil", "hasProof", "collectionId",
      "withdrawnAt"`;
}

/** Calls of the same people for the same professional: those that a window may count, and every stop before them. */
function calls({ log, professionals, firstAt, lastAt }: CallsAsked): Prisma.Sql {
  const from = new Date(firstAt.getTime() - (ATTEMPT_DAYS + 1) * DAY_MS);
  return Prisma.sql`
    SELECT l.person_key, l.called_at AS at, l.log_id = ${log}::uuid AS is_own, k.is_placed, k.is_stop, k.is_objection,
      k.is_unknown, l.line, l.shown, NULL::bigint AS ord, '' AS outcome
    FROM logged_call l JOIN codes k ON k.log_id = l.log_id AND k.code = l.code
    WHERE l.professional_id = ANY (${[...professionals]}::uuid[]) AND l.called_at <= ${lastAt}
      AND (l.called_at >= ${from} OR k.is_stop OR k.is_unknown)
      AND l.person_key IN (SELECT person_key FROM people)`;
}

/** Choices of the same people towards the controller, in the order in which they hold: of one instant a stop is the last. */
function chosen({ controllers, purpose }: CallsAsked): Prisma.Sql {
  return Prisma.sql`
    SELECT row_number() OVER (ORDER BY c.decided_at, c.outcome <> 'allowed', c.id) AS ord, c.person_key, c.decided_at,
      c.outcome, c.source, c.valid_until, c.proof <> '' AS has_proof, f.collection_id
    FROM choice c LEFT JOIN consent_file f ON f.id = c.consent_file_id
    WHERE c.act = 'telephone' AND c.purpose IN ('', ${purpose}) AND c.controller_id = ANY (${[...controllers]}::uuid[])
      AND c.person_key IN (SELECT person_key FROM people)`;
}

/** Makes a table of the codes of each log with their meaning. A log that is not among them is read no more, or not yet. */
function codesOf(logs: readonly LogOutcomes[]): Prisma.Sql {
  const rows = logs.flatMap(({ id, codes, decided }) =>
    codes.map((code) => ({ id, code, outcome: outcomeOf(code, decided) })),
  );
  const flags = (is: (outcome: CallOutcome) => boolean) => rows.map(({ outcome }) => is(outcome));
  return Prisma.sql`
    SELECT * FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ code }) => code)}::text[],
      ${flags((one) => one !== "not-placed")}::boolean[], ${flags(isStop)}::boolean[],
      ${flags((one) => one === "objected")}::boolean[], ${flags((one) => one === "unknown")}::boolean[])
      AS k (log_id, code, is_placed, is_stop, is_objection, is_unknown)`;
}
