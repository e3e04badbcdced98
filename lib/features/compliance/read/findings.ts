import {
  type ComplianceDuty,
  DUTIES,
  NO_CONTRACT,
  OWN,
  registerCodes,
  UNLISTED,
} from "@/lib/domain/compliance/duties";
import { eeaOn } from "@/lib/domain/statute/eea";
import { BARS } from "@/lib/domain/transfer/status";
import { Prisma } from "@/lib/generated/prisma/client";
import { isWithoutContract } from "@/lib/features/controller/read/without-contract";
import { toReview } from "@/lib/features/processing-record/read/list";
import type { Reader } from "@/lib/platform/read/reader";
import type { BreachPart } from "./breach-parts";
import type { CallPart } from "./call-parts";
import type { SubProcessorUsePart } from "./sub-processor-uses";

/** Facts that predicates are judged by; parts are what SQL does not compute. */
export type JudgedAt = {
  day: string;
  breaches?: readonly BreachPart[];
  calls?: readonly CallPart[];
  uses?: readonly SubProcessorUsePart[];
};

/** Narrows the findings: what a figure counts and its list shows. */
export type FindingFilter = {
  duty?: ComplianceDuty;
  /** "" for what concerns no single controller; `OWN` for the register of one's own. */
  controllerId?: string;
  code?: string;
  /** Keys of the parties, of which `controllerId` is one. */
  parties?: readonly string[];
};

export type Finding = {
  duty: ComplianceDuty;
  controllerId: string | null;
  /** Concerns what the organisation does for itself, art. 30(1). */
  isOwn: boolean;
  controller: string;
  /** Noun of the row, by which its page is found. */
  noun:
    | "record"
    | "own-record"
    | "contract"
    | "controller"
    | "instruction"
    | "sub-processor"
    | "transfer"
    | "breach"
    | "campaign"
    | "call-log";
  subjectId: string;
  reference: string;
  label: string;
  codes: string[];
};

/**
 * Every row that a duty is judged on, with the codes of what it lacks; a row that lacks nothing has none. Figures and
 * lists are read from this statement alone.
 */
function judgedRows(
  at: JudgedAt,
  duties: readonly ComplianceDuty[],
  rows: JudgedRows = ALL_ROWS,
): Prisma.Sql {
  const parts = duties.flatMap((duty) =>
    rows.flatMap((table) => {
      const judged = table[duty]?.(at);
      return judged ? Prisma.sql`SELECT ${duty} AS duty, j.* FROM (${judged}) AS j` : [];
    }),
  );
  return Prisma.join(parts, " UNION ALL ");
}

const OPEN_RECORDS = Prisma.sql`processing_record r WHERE r.capacity = 'processor' AND r.state <> 'ended'`;
const OWN_RECORDS = Prisma.sql`processing_record r WHERE r.capacity = 'controller' AND r.state <> 'ended'`;

/** Columns of an entry of one register, with what it lacks. */
function recordColumns(capacity: "processor" | "controller", codes: Prisma.Sql): Prisma.Sql {
  const isOwn = capacity === "controller";
  return Prisma.sql`r.controller_id, ${isOwn}::boolean AS is_own, ${isOwn ? "own-record" : "record"} AS noun,
    r.id AS subject_id, r.reference, r.activity AS label, ${codes} AS codes`;
}

function recordCodes(capacity: "processor" | "controller"): Prisma.Sql {
  return Prisma.sql`CASE WHEN r.required_gaps > 0 THEN ARRAY(
    SELECT code FROM unnest(r.gap_codes) AS code WHERE code = ANY(${registerCodes(capacity)}::text[])
  ) ELSE '{}'::text[] END`;
}

type RowsOf = Partial<Record<ComplianceDuty, (at: JudgedAt) => Prisma.Sql>>;
type JudgedRows = readonly RowsOf[];

/** An entry that names a sub-processor which is not on the list: the words of an index, which is read instead. */
export const NAMES_UNLISTED = Prisma.sql`'SUB-28-2' = ANY(r.gap_codes) AND jsonb_path_exists(r.content,
  '$.subProcessors[*] ? (!exists(@.subProcessorId) || @.subProcessorId == null)')`;

/** Rows of the registers: as many as entries. */
const RECORD_ROWS: RowsOf = {
  register: () => Prisma.sql`
    SELECT ${recordColumns("processor", recordCodes("processor"))} FROM ${OPEN_RECORDS}
    UNION ALL SELECT ${recordColumns("controller", recordCodes("controller"))} FROM ${OWN_RECORDS}`,
  "sub-processors": () => Prisma.sql`
    SELECT ${recordColumns("processor", Prisma.sql`ARRAY[${UNLISTED}]::text[]`)} FROM ${OPEN_RECORDS}
      AND ${NAMES_UNLISTED}`,
  reviews: ({ day }) => {
    const codes = Prisma.sql`CASE WHEN ${toReview(day)} THEN ARRAY['record'] ELSE '{}'::text[] END`;
    return Prisma.sql`
    SELECT ${recordColumns("processor", codes)} FROM ${OPEN_RECORDS}
    UNION ALL SELECT ${recordColumns("controller", codes)} FROM ${OWN_RECORDS}`;
  },
};

/** Rows of everything else that duties are judged on. */
const OTHER_ROWS: RowsOf = {
  contract: () => Prisma.sql`
    SELECT c.controller_id, FALSE AS is_own, 'contract' AS noun, c.id AS subject_id, c.reference, c.title AS label,
      CASE WHEN c.required_gaps > 0 THEN c.gap_codes ELSE '{}'::text[] END AS codes
    FROM contract c WHERE c.state = 'in-force'
    UNION ALL
    SELECT o.id, FALSE, 'controller', o.id, '', '', ARRAY[${NO_CONTRACT}]::text[]
    FROM controller o
    WHERE ${isWithoutContract(Prisma.sql`o`)}`,
  instructions: () => Prisma.sql`
    SELECT i.controller_id, FALSE AS is_own, 'instruction' AS noun, i.id AS subject_id, i.number AS reference, '' AS label,
      CASE WHEN i.state IN ('received', 'checked') THEN ARRAY[i.state] ELSE '{}'::text[] END AS codes
    FROM instruction i WHERE i.state NOT IN ('amended', 'withdrawn')`,
  "sub-processors": ({ uses = [] }) => Prisma.sql`
    SELECT u.controller_id, FALSE AS is_own, 'sub-processor' AS noun, u.subject_id, u.reference, u.label, u.codes
    FROM jsonb_to_recordset(${JSON.stringify(uses)}::jsonb)
      AS u(controller_id uuid, subject_id uuid, reference text, label text, codes text[])`,
  transfers: ({ day }) => Prisma.sql`
    SELECT t.controller_id, FALSE AS is_own, 'transfer' AS noun, t.id AS subject_id, t.reference, t.importer_name AS label,
      CASE WHEN t.required_gaps > 0 OR t.gap_codes && ${[...BARS]}::text[] THEN t.gap_codes ELSE '{}'::text[] END AS codes
    FROM transfer t WHERE ${runningTransfer(day)}`,
  breaches: ({ breaches = [] }) => Prisma.sql`
    SELECT b.controller_id, FALSE AS is_own, 'breach' AS noun, b.subject_id, b.reference, b.label, b.codes
    FROM jsonb_to_recordset(${JSON.stringify(breaches)}::jsonb)
      AS b(controller_id uuid, subject_id uuid, reference text, label text, codes text[])`,
  calls: ({ calls = [] }) => Prisma.sql`
    SELECT k.controller_id, FALSE AS is_own, k.noun, k.subject_id, k.reference, k.label, k.codes
    FROM jsonb_to_recordset(${JSON.stringify(calls)}::jsonb)
      AS k(controller_id uuid, noun text, subject_id uuid, reference text, label text, codes text[])`,
  reviews: ({ day }) => Prisma.sql`
    SELECT t.controller_id, FALSE AS is_own, 'transfer' AS noun, t.id AS subject_id, t.reference, t.importer_name AS label,
      CASE WHEN t.next_review_on < ${day} THEN ARRAY['transfer'] ELSE '{}'::text[] END AS codes
    FROM transfer t WHERE ${runningTransfer(day)} AND t.next_review_on IS NOT NULL`,
};

const ALL_ROWS: JudgedRows = [RECORD_ROWS, OTHER_ROWS];

/** Transfers in use to a country outside the EEA, or to one that is not named. */
function runningTransfer(day: string): Prisma.Sql {
  return Prisma.sql`t.state = 'running' AND (t.country IS NULL OR t.country <> ALL(${eeaOn(day)}::text[]))`;
}

/** Rows that lack something, narrowed: the one condition of figures and lists. */
function lacking({ controllerId, code, parties }: FindingFilter): Prisma.Sql {
  const conditions = [Prisma.sql`cardinality(f.codes) > 0`];
  const chosen = controllerId === undefined ? parties : [controllerId];
  if (chosen) conditions.push(ofParties(chosen));
  if (code) conditions.push(Prisma.sql`${code} = ANY(f.codes)`);
  return Prisma.join(conditions, " AND ");
}

/** Rows of the parties whose keys are given. */
function ofParties(parties: readonly string[]): Prisma.Sql {
  const ids = parties.filter((party) => party !== OWN && party !== "");
  const conditions = [
    ...(parties.includes(OWN) ? [Prisma.sql`f.is_own`] : []),
    ...(parties.includes("") ? [Prisma.sql`f.controller_id IS NULL AND NOT f.is_own`] : []),
    ...(ids.length > 0 ? [Prisma.sql`f.controller_id = ANY(${ids}::uuid[]) AND NOT f.is_own`] : []),
  ];
  return conditions.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

function dutiesOf({ duty }: FindingFilter): readonly ComplianceDuty[] {
  return duty ? [duty] : DUTIES;
}

/** The number of rows that `findFindings` has under the same filter. */
export async function countFindings(tx: Reader, filter: FindingFilter, at: JudgedAt): Promise<number> {
  const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (${judgedRows(at, dutiesOf(filter))}) AS f WHERE ${lacking(filter)}`;
  return count;
}

/** Rows that lack something, by duty, then by controller and reference. */
export function findFindings(
  tx: Reader,
  filter: FindingFilter,
  { at, from, take }: { at: JudgedAt; from: number; take: number },
): Promise<Finding[]> {
  return tx.$queryRaw<Finding[]>`
    SELECT f.duty, f.controller_id AS "controllerId", f.is_own AS "isOwn", coalesce(o.legal_name, '') AS controller, f.noun,
      f.subject_id AS "subjectId", f.reference, f.label, f.codes
    FROM (${judgedRows(at, dutiesOf(filter))}) AS f LEFT JOIN controller o ON o.id = f.controller_id
    WHERE ${lacking(filter)}
    ORDER BY array_position(${[...DUTIES]}::text[], f.duty), f.is_own DESC, o.legal_name NULLS FIRST, f.reference, f.subject_id
    OFFSET ${from} LIMIT ${take}`;
}

export type CellRow = {
  controllerId: string | null;
  isOwn: boolean;
  controller: string;
  duty: ComplianceDuty;
  subjects: number;
  lacking: number;
  /** Id of a row that lacks something; null where none does. */
  first: string | null;
};

/**
 * Figures of the matrix: for each duty and controller the rows that are judged, and those that lack something, in the
 * order in which a list has them.
 */
export function countCells(
  tx: Reader,
  at: JudgedAt,
  { duty }: { duty?: ComplianceDuty } = {},
): Promise<CellRow[]> {
  return cellsOf(tx, judgedRows(at, dutiesOf({ duty })), Prisma.empty);
}

/** Figures of everything but the entries of registers. */
export function countOtherCells(tx: Reader, at: JudgedAt): Promise<CellRow[]> {
  return cellsOf(tx, judgedRows(at, DUTIES, [OTHER_ROWS]), Prisma.empty);
}

/** Figures of the entries of registers: of some parties, or of all. */
export function countRecordCells(
  tx: Reader,
  day: string,
  parties: readonly string[] | null,
): Promise<CellRow[]> {
  return cellsOf(tx, judgedRows({ day }, DUTIES, [RECORD_ROWS]), ofChosen(parties));
}

function ofChosen(parties: readonly string[] | null): Prisma.Sql {
  return parties ? Prisma.sql`WHERE ${ofParties(parties)}` : Prisma.empty;
}

function cellsOf(tx: Reader, judged: Prisma.Sql, chosen: Prisma.Sql): Promise<CellRow[]> {
  return tx.$queryRaw<CellRow[]>`
    SELECT g.*, coalesce(o.legal_name, '') AS controller FROM (
      SELECT f.controller_id AS "controllerId", f.is_own AS "isOwn", f.duty, count(*)::int AS subjects,
        count(*) FILTER (WHERE ${lacking({})})::int AS lacking,
        min(f.subject_id::text) FILTER (WHERE ${lacking({})}) AS first
      FROM (${judged}) AS f ${chosen} GROUP BY f.controller_id, f.is_own, f.duty) AS g
    LEFT JOIN controller o ON o.id = g."controllerId"
    ORDER BY array_position(${[...DUTIES]}::text[], g.duty), g."isOwn" DESC, o.legal_name NULLS FIRST, g."controllerId"`;
}

/** `parties` are the keys of those that lack it: ids of controllers, of the organisation itself, or "" of none alone. */
export type CodeRow = { duty: ComplianceDuty; code: string; lacking: number; parties: string[] };
type PartyCodeRow = CodeRow & { controllerId: string | null; isOwn: boolean };

const PARTY_KEY = Prisma.sql`CASE WHEN f.is_own THEN ${OWN} ELSE coalesce(f.controller_id::text, '') END`;

/** Figures of each thing that lacks, of everything or of all but entries; a row that lacks several is in each. */
export function countCodes(tx: Reader, at: JudgedAt, of: "all" | "others" = "all"): Promise<CodeRow[]> {
  const judged = judgedRows(at, DUTIES, of === "all" ? ALL_ROWS : [OTHER_ROWS]);
  return tx.$queryRaw<CodeRow[]>`
    SELECT f.duty, code, count(*)::int AS lacking, array_agg(DISTINCT ${PARTY_KEY}) AS parties
    FROM (${judged}) AS f, unnest(f.codes) AS code
    WHERE ${lacking({})} GROUP BY f.duty, code`;
}

/** Figures of each thing that entries lack, by party: of some parties, or of all. */
export function countRecordCodes(
  tx: Reader,
  day: string,
  parties: readonly string[] | null,
): Promise<PartyCodeRow[]> {
  return tx.$queryRaw<PartyCodeRow[]>`
    SELECT f.controller_id AS "controllerId", f.is_own AS "isOwn", f.duty, code, count(*)::int AS lacking,
      array_agg(DISTINCT ${PARTY_KEY}) AS parties
    FROM (${judgedRows({ day }, DUTIES, [RECORD_ROWS])}) AS f, unnest(f.codes) AS code
    ${ofChosen(parties)} GROUP BY f.controller_id, f.is_own, f.duty, code`;
}
