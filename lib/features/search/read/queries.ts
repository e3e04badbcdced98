import { can } from "@/lib/domain/nouns/policy";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { searchTerms } from "@/lib/domain/search/terms";
import { codesMeant } from "@/lib/i18n/code-words";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import type { Ctx } from "@/lib/platform/request/context";
import { findNamedRows, searchIds } from "@/lib/platform/database/search";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

export type Found = {
  records: { id: string; reference: string; activity: string; controller: string; capacity: Capacity }[];
  controllers: { id: string; legalName: string; isArchived: boolean }[];
  contracts: { id: string; reference: string; title: string; controller: string }[];
  instructions: { id: string; number: string; text: string; controller: string }[];
  transfers: { id: string; reference: string; importer: string; controller: string }[];
  subProcessors: { id: string; reference: string; name: string; service: string }[];
  authorisations: { id: string; reference: string; subProcessor: string; controller: string }[];
  breaches: { id: string; reference: string; title: string; isDrill: boolean }[];
};

const EACH = 8;
/** Likeliest rows considered for the eight shown. */
const CANDIDATES = 50;
const NOTHING: Found = {
  records: [],
  controllers: [],
  contracts: [],
  instructions: [],
  transfers: [],
  subProcessors: [],
  authorisations: [],
  breaches: [],
};

/** Requires every word of the question; returns at most eight of each noun, likeliest first. */
export async function findMatches(ctx: Ctx, question: string): Promise<Found> {
  const asked = searchTerms(question);
  if (asked.length === 0 || !can(ctx.actor, "record.read")) return NOTHING;
  return readInScope(ctx.scope, async (tx) => {
    const { ids, terms } = await searchIds(
      tx,
      [
        "processing-record",
        "controller",
        "contract",
        "instruction",
        "transfer",
        "sub-processor",
        "authorisation",
        "breach",
      ],
      asked,
      { meant: await codesMeant(asked, await findNamedRows(tx)), most: CANDIDATES },
    );
    return {
      records: await matchRecords(tx, ids["processing-record"], terms),
      controllers: await matchControllers(tx, ids.controller, terms),
      contracts: await matchContracts(tx, ids.contract, terms),
      instructions: await matchInstructions(tx, ids.instruction, terms),
      transfers: await matchTransfers(tx, ids.transfer, terms),
      subProcessors: await matchSubProcessors(tx, ids["sub-processor"], terms),
      authorisations: await matchAuthorisations(tx, ids.authorisation, terms),
      breaches: await matchBreaches(tx, ids.breach, terms),
    };
  });
}

/** Ranks matches in names before those elsewhere. */
function matchRecords(tx: Tx, ids: string[], terms: string[]): Promise<Found["records"]> {
  const name = Prisma.sql`fold_text(concat_ws(' ', r.reference, r.activity, r.controller_name))`;
  const named = Prisma.join(
    terms.map((term) => Prisma.sql`strpos(${name}, ${term}) > 0`),
    " AND ",
    "(",
    ")",
  );
  return tx.$queryRaw<Found["records"]>`
    SELECT r.id, r.reference, r.activity, r.controller_name AS controller, r.capacity
    FROM processing_record r WHERE r.id = ANY (${ids}::uuid[])
    ORDER BY fold_text(r.reference) = ${terms[0]} DESC, ${named} DESC, r.state = 'ended',
      starts_with(fold_text(r.activity), ${terms[0]}) DESC, r.reference
    LIMIT ${EACH}`;
}

function matchControllers(tx: Tx, ids: string[], terms: string[]): Promise<Found["controllers"]> {
  return tx.$queryRaw<Found["controllers"]>`
    SELECT id, legal_name AS "legalName", archived_at IS NOT NULL AS "isArchived" FROM controller
    WHERE id = ANY (${ids}::uuid[])
    ORDER BY archived_at IS NOT NULL, starts_with(fold_text(legal_name), ${terms[0]}) DESC, legal_name
    LIMIT ${EACH}`;
}

function matchContracts(tx: Tx, ids: string[], terms: string[]): Promise<Found["contracts"]> {
  return tx.$queryRaw<Found["contracts"]>`
    SELECT id, reference, title, controller_name AS controller FROM contract WHERE id = ANY (${ids}::uuid[])
    ORDER BY fold_text(reference) = ${terms[0]} DESC, state = 'ended', reference LIMIT ${EACH}`;
}

function matchInstructions(tx: Tx, ids: string[], terms: string[]): Promise<Found["instructions"]> {
  return tx.$queryRaw<Found["instructions"]>`
    SELECT i.id, i.number, left(i.text, 120) AS text, c.legal_name AS controller
    FROM instruction i JOIN controller c ON c.org_id = i.org_id AND c.id = i.controller_id
    WHERE i.id = ANY (${ids}::uuid[])
    ORDER BY fold_text(i.number) = ${terms[0]} DESC, i.received_at DESC, i.id LIMIT ${EACH}`;
}

function matchTransfers(tx: Tx, ids: string[], terms: string[]): Promise<Found["transfers"]> {
  return tx.$queryRaw<Found["transfers"]>`
    SELECT id, reference, importer_name AS importer, controller_name AS controller FROM transfer
    WHERE id = ANY (${ids}::uuid[])
    ORDER BY fold_text(reference) = ${terms[0]} DESC, state = 'ended', reference LIMIT ${EACH}`;
}

function matchSubProcessors(tx: Tx, ids: string[], terms: string[]): Promise<Found["subProcessors"]> {
  return tx.$queryRaw<Found["subProcessors"]>`
    SELECT id, reference, name, left(service, 80) AS service FROM sub_processor WHERE id = ANY (${ids}::uuid[])
    ORDER BY fold_text(reference) = ${terms[0]} DESC, state = 'ended', name LIMIT ${EACH}`;
}

function matchAuthorisations(tx: Tx, ids: string[], terms: string[]): Promise<Found["authorisations"]> {
  return tx.$queryRaw<Found["authorisations"]>`
    SELECT a.id, a.reference, s.name AS "subProcessor", a.controller_name AS controller
    FROM authorisation a JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id
    WHERE a.id = ANY (${ids}::uuid[])
    ORDER BY fold_text(a.reference) = ${terms[0]} DESC, a.state IN ('replaced', 'ended'), a.reference DESC
    LIMIT ${EACH}`;
}

/** Ranks running breaches before closed ones, and exercises last. */
function matchBreaches(tx: Tx, ids: string[], terms: string[]): Promise<Found["breaches"]> {
  return tx.$queryRaw<Found["breaches"]>`
    SELECT id, reference, title, is_drill AS "isDrill" FROM breach WHERE id = ANY (${ids}::uuid[])
    ORDER BY fold_text(reference) = ${terms[0]} DESC, is_drill, status = 'closed', reference DESC
    LIMIT ${EACH}`;
}
