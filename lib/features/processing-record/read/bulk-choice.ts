import { createHash } from "node:crypto";
import { MOST_AT_ONCE } from "@/lib/domain/processing-record/bulk";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { findRecords, type LinksOf, type RecordRow } from "./queries";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { findAnswering, findRecordPage, searchRecords } from "./list";
import { type RecordQuery } from "@/lib/features/processing-record/list-schema";

export type BulkChoice = { of: "chosen" | "page" | "all"; ids: readonly string[]; query: RecordQuery };

type Read = { today: string; capacity: Capacity };

/** Returns one id over the limit where there are too many. */
export async function findChosenIds(tx: Tx, { of, ids, query }: BulkChoice, read: Read): Promise<string[]> {
  if (of === "chosen") return [...ids];
  const found = await searchRecords(tx, query.q);
  const register = { ...read, ids: found?.ids["processing-record"] };
  return of === "all"
    ? findAnswering(tx, query, register, MOST_AT_ONCE + 1)
    : (await findRecordPage(tx, query, register)).slice(0, PAGE_SIZE).map(({ id }) => id);
}

/** Excludes other registers and organisations. */
export function findChosen(tx: Tx, ids: readonly string[], capacity: Capacity): Promise<RecordRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : findRecords(tx, { id: { in: [...ids] }, capacity });
}

/** Adds the rows that each entry's words may refer to. */
export function withLinks(records: readonly RecordRow[], linksOf: LinksOf) {
  return records.map((record) => ({ ...record, links: linksOf(record) }));
}

type Change = { record: { id: string }; change: { content?: RecordContent } };

/** Digest of planned links, to compare preview and act. */
export function digestLinks(changes: readonly Change[]): string {
  const made = changes.map(({ record, change: { content } }) => [
    record.id,
    content?.contractIds ?? [],
    content?.destinations.map(({ transferId }) => transferId) ?? [],
  ]);
  return createHash("sha256").update(JSON.stringify(made)).digest("hex");
}
