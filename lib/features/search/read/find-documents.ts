import { WORK_KINDS, type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { FoundGroup, Hit } from "@/lib/domain/search/found";
import { Prisma } from "@/lib/generated/prisma/client";
import type { FoundPlace, SearchedNoun } from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";

/** Ids by noun with how likely each is, and how many rows are shown. */
export type Matched = {
  ids: Record<SearchedNoun, string[]>;
  places: ReadonlyMap<string, FoundPlace>;
  most: number;
};
/** A row as its table names it; where the words stand is read afterwards. */
export type Row = Omit<Hit, "where">;
export type Finder = (tx: Tx, matched: Matched) => Promise<Row[]>;

type RecordRow = Omit<Row, "path" | "mark"> & { capacity: Capacity };

/** Ids as a table with their tier, aliased `m`. */
function matchedRows(ids: readonly string[], { places }: Matched): Prisma.Sql {
  const tiers = ids.map((id) => places.get(id)?.tier ?? LEAST_LIKELY);
  return Prisma.sql`unnest(${ids}::uuid[], ${tiers}::int[]) AS m (id, tier)`;
}

const LEAST_LIKELY = 5;

const findRecords: Finder = async (tx, matched) => {
  const rows = await tx.$queryRaw<RecordRow[]>`
    SELECT r.id, r.reference, r.activity AS name, r.controller_name AS aside, r.capacity, m.tier
    FROM ${matchedRows(matched.ids["processing-record"], matched)} JOIN processing_record r ON r.id = m.id
    ORDER BY m.tier, r.state = 'ended', r.reference LIMIT ${matched.most}`;
  return rows.map(({ capacity, ...row }) => {
    const isOwn = capacity === "controller";
    return { ...row, path: `/${isOwn ? "own-records" : "records"}/${row.id}`, mark: isOwn ? "own" : "" };
  });
};

const findControllers: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT c.id, '/controllers/' || c.id AS path, '' AS reference, c.legal_name AS name, '' AS aside,
    CASE WHEN c.archived_at IS NULL THEN '' ELSE 'archived' END AS mark, m.tier
  FROM ${matchedRows(matched.ids.controller, matched)} JOIN controller c ON c.id = m.id
  ORDER BY c.archived_at IS NOT NULL, m.tier, c.legal_name LIMIT ${matched.most}`;

const findContracts: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT c.id, '/contracts/' || c.id AS path, c.reference, c.title AS name, c.controller_name AS aside, '' AS mark, m.tier
  FROM ${matchedRows(matched.ids.contract, matched)} JOIN contract c ON c.id = m.id
  ORDER BY m.tier, c.state = 'ended', c.reference LIMIT ${matched.most}`;

const findInstructions: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT i.id, '/instructions/' || i.id AS path, i.number AS reference, left(i.text, 120) AS name,
    c.legal_name AS aside, '' AS mark, m.tier
  FROM ${matchedRows(matched.ids.instruction, matched)} JOIN instruction i ON i.id = m.id
  JOIN controller c ON c.org_id = i.org_id AND c.id = i.controller_id
  ORDER BY m.tier, i.received_at DESC, i.id LIMIT ${matched.most}`;

const findTransfers: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT t.id, '/transfers/' || t.id AS path, t.reference, t.importer_name AS name, t.controller_name AS aside, '' AS mark, m.tier
  FROM ${matchedRows(matched.ids.transfer, matched)} JOIN transfer t ON t.id = m.id
  ORDER BY m.tier, t.state = 'ended', t.reference LIMIT ${matched.most}`;

const findSubProcessors: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT s.id, '/sub-processors/' || s.id AS path, s.reference, s.name, left(s.service, 80) AS aside, '' AS mark, m.tier
  FROM ${matchedRows(matched.ids["sub-processor"], matched)} JOIN sub_processor s ON s.id = m.id
  ORDER BY m.tier, s.state = 'ended', s.name LIMIT ${matched.most}`;

const findAuthorisations: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT a.id, '/authorisations/' || a.id AS path, a.reference, s.name, a.controller_name AS aside, '' AS mark, m.tier
  FROM ${matchedRows(matched.ids.authorisation, matched)} JOIN authorisation a ON a.id = m.id
  JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id
  ORDER BY m.tier, a.state IN ('replaced', 'ended'), a.reference DESC
  LIMIT ${matched.most}`;

/** Ranks running breaches before closed ones, and exercises last. */
const findBreaches: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT b.id, '/breaches/' || b.id AS path, b.reference, b.title AS name, '' AS aside,
    CASE WHEN b.is_drill THEN 'drill' ELSE '' END AS mark, m.tier
  FROM ${matchedRows(matched.ids.breach, matched)} JOIN breach b ON b.id = m.id
  ORDER BY m.tier, b.is_drill, b.status = 'closed', b.reference DESC LIMIT ${matched.most}`;

/** Ranks open requests before closed ones. A request has no name but its controller's. */
const findRightsRequests: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT r.id, '/rights-requests/' || r.id AS path, r.reference, coalesce(c.legal_name, '') AS name, '' AS aside,
    '' AS mark, m.tier
  FROM ${matchedRows(matched.ids["rights-request"], matched)} JOIN rights_request r ON r.id = m.id
  LEFT JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id
  ORDER BY m.tier, r.state IN ('closed', 'not-ours'), r.reference DESC
  LIMIT ${matched.most}`;

const findWork: Finder = async (tx, matched) => {
  const found = WORK_KINDS.flatMap((kind) => matched.ids[kind]);
  const rows = await tx.$queryRaw<(Omit<Row, "path" | "mark"> & { kind: WorkKind })[]>`
    SELECT w.id, w.kind, w.reference, w.title AS name, coalesce(c.legal_name, '') AS aside, m.tier
    FROM ${matchedRows(found, matched)} JOIN dpo_work w ON w.id = m.id
    LEFT JOIN controller c ON c.org_id = w.org_id AND c.id = w.controller_id
    ORDER BY m.tier, NOT w.is_open, w.day DESC, w.reference LIMIT ${matched.most}`;
  return rows.map(({ kind, ...row }) => ({ ...row, path: workPath(kind, row.id), mark: kind }));
};

const findThreads: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT t.id, '/threads/' || t.id AS path, '' AS reference, c.legal_name AS name, '' AS aside, '' AS mark, m.tier
  FROM ${matchedRows(matched.ids.thread, matched)} JOIN thread t ON t.id = m.id
  JOIN controller c ON c.org_id = t.org_id AND c.id = t.controller_id
  ORDER BY m.tier, t.last_at DESC, t.id LIMIT ${matched.most}`;

const findLetters: Finder = (tx, matched) => tx.$queryRaw<Row[]>`
  SELECT o.id, '/outbox/' || o.id AS path, '' AS reference, coalesce(nullif(o.to_name, ''), o.to_address) AS name,
    to_char(o.created_at, 'YYYY-MM-DD') AS aside, '' AS mark, m.tier
  FROM ${matchedRows(matched.ids.mail, matched)} JOIN outbox_mail o ON o.id = m.id
  ORDER BY m.tier, o.created_at DESC, o.id LIMIT ${matched.most}`;

/** Groups whose nouns have a document to be searched. */
export const DOCUMENT_FINDERS = {
  records: findRecords,
  controllers: findControllers,
  contracts: findContracts,
  instructions: findInstructions,
  transfers: findTransfers,
  subProcessors: findSubProcessors,
  authorisations: findAuthorisations,
  breaches: findBreaches,
  rightsRequests: findRightsRequests,
  work: findWork,
  threads: findThreads,
  letters: findLetters,
} as const satisfies Partial<Record<FoundGroup, Finder>>;
