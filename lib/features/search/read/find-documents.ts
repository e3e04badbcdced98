import { WORK_KINDS, type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { FoundGroup, Hit } from "@/lib/domain/search/found";
import { Prisma } from "@/lib/generated/prisma/client";
import type { SearchedNoun } from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";

/** Ids by noun, the folded words, and how many rows are shown. */
export type Matched = { ids: Record<SearchedNoun, string[]>; terms: string[]; most: number };
export type Finder = (tx: Tx, matched: Matched) => Promise<Hit[]>;

type RecordRow = Omit<Hit, "path" | "mark"> & { capacity: Capacity };

/** Ranks matches in names before those elsewhere. */
const findRecords: Finder = async (tx, { ids, terms, most }) => {
  const name = Prisma.sql`fold_text(concat_ws(' ', r.reference, r.activity, r.controller_name))`;
  const named = Prisma.join(
    terms.map((term) => Prisma.sql`strpos(${name}, ${term}) > 0`),
    " AND ",
    "(",
    ")",
  );
  const rows = await tx.$queryRaw<RecordRow[]>`
    SELECT r.id, r.reference, r.activity AS name, r.controller_name AS aside, r.capacity
    FROM processing_record r WHERE r.id = ANY (${ids["processing-record"]}::uuid[])
    ORDER BY fold_text(r.reference) = ${terms[0]} DESC, ${named} DESC, r.state = 'ended',
      starts_with(fold_text(r.activity), ${terms[0]}) DESC, r.reference
    LIMIT ${most}`;
  return rows.map(({ capacity, ...row }) => {
    const isOwn = capacity === "controller";
    return { ...row, path: `/${isOwn ? "own-records" : "records"}/${row.id}`, mark: isOwn ? "own" : "" };
  });
};

const findControllers: Finder = (tx, { ids, terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT id, '/controllers/' || id AS path, '' AS reference, legal_name AS name, '' AS aside,
    CASE WHEN archived_at IS NULL THEN '' ELSE 'archived' END AS mark
  FROM controller WHERE id = ANY (${ids.controller}::uuid[])
  ORDER BY archived_at IS NOT NULL, starts_with(fold_text(legal_name), ${terms[0]}) DESC, legal_name LIMIT ${most}`;

const findContracts: Finder = (tx, { ids, terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT id, '/contracts/' || id AS path, reference, title AS name, controller_name AS aside, '' AS mark
  FROM contract WHERE id = ANY (${ids.contract}::uuid[])
  ORDER BY fold_text(reference) = ${terms[0]} DESC, state = 'ended', reference LIMIT ${most}`;

const findInstructions: Finder = (tx, { ids, terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT i.id, '/instructions/' || i.id AS path, i.number AS reference, left(i.text, 120) AS name,
    c.legal_name AS aside, '' AS mark
  FROM instruction i JOIN controller c ON c.org_id = i.org_id AND c.id = i.controller_id
  WHERE i.id = ANY (${ids.instruction}::uuid[])
  ORDER BY fold_text(i.number) = ${terms[0]} DESC, i.received_at DESC, i.id LIMIT ${most}`;

const findTransfers: Finder = (tx, { ids, terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT id, '/transfers/' || id AS path, reference, importer_name AS name, controller_name AS aside, '' AS mark
  FROM transfer WHERE id = ANY (${ids.transfer}::uuid[])
  ORDER BY fold_text(reference) = ${terms[0]} DESC, state = 'ended', reference LIMIT ${most}`;

const findSubProcessors: Finder = (tx, { ids, terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT id, '/sub-processors/' || id AS path, reference, name, left(service, 80) AS aside, '' AS mark
  FROM sub_processor WHERE id = ANY (${ids["sub-processor"]}::uuid[])
  ORDER BY fold_text(reference) = ${terms[0]} DESC, state = 'ended', sub_processor.name LIMIT ${most}`;

const findAuthorisations: Finder = (tx, { ids, terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT a.id, '/authorisations/' || a.id AS path, a.reference, s.name, a.controller_name AS aside, '' AS mark
  FROM authorisation a JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id
  WHERE a.id = ANY (${ids.authorisation}::uuid[])
  ORDER BY fold_text(a.reference) = ${terms[0]} DESC, a.state IN ('replaced', 'ended'), a.reference DESC
  LIMIT ${most}`;

/** Ranks running breaches before closed ones, and exercises last. */
const findBreaches: Finder = (tx, { ids, terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT id, '/breaches/' || id AS path, reference, title AS name, '' AS aside,
    CASE WHEN is_drill THEN 'drill' ELSE '' END AS mark
  FROM breach WHERE id = ANY (${ids.breach}::uuid[])
  ORDER BY fold_text(reference) = ${terms[0]} DESC, is_drill, status = 'closed', reference DESC LIMIT ${most}`;

/** Ranks open requests before closed ones. A request has no name but its controller's. */
const findRightsRequests: Finder = (tx, { ids, terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT r.id, '/rights-requests/' || r.id AS path, r.reference, coalesce(c.legal_name, '') AS name, '' AS aside,
    '' AS mark
  FROM rights_request r LEFT JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id
  WHERE r.id = ANY (${ids["rights-request"]}::uuid[])
  ORDER BY fold_text(r.reference) = ${terms[0]} DESC, r.state IN ('closed', 'not-ours'), r.reference DESC
  LIMIT ${most}`;

const findWork: Finder = async (tx, { ids, terms, most }) => {
  const found = WORK_KINDS.flatMap((kind) => ids[kind]);
  const rows = await tx.$queryRaw<(Omit<Hit, "path" | "mark"> & { kind: WorkKind })[]>`
    SELECT w.id, w.kind, w.reference, w.title AS name, coalesce(c.legal_name, '') AS aside
    FROM dpo_work w LEFT JOIN controller c ON c.org_id = w.org_id AND c.id = w.controller_id
    WHERE w.id = ANY (${found}::uuid[])
    ORDER BY fold_text(w.reference) = ${terms[0]} DESC, NOT w.is_open, w.day DESC, w.reference LIMIT ${most}`;
  return rows.map(({ kind, ...row }) => ({ ...row, path: workPath(kind, row.id), mark: kind }));
};

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
} as const satisfies Partial<Record<FoundGroup, Finder>>;
