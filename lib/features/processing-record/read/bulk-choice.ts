import { createHash } from "node:crypto";
import { MOST_AT_ONCE } from "@/lib/domain/processing-record/bulk";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { findRecords, type LinksOf, type RecordRow } from "./queries";
import { findAnswering, findRecordPage, searchRecords, PAGE_SIZE } from "./list";
import { type RecordQuery } from "@/lib/features/processing-record/list-schema";

export type BulkChoice = { of: "chosen" | "page" | "all"; ids: readonly string[]; query: RecordQuery };

type Read = { today: string; capacity: Capacity };

/** The ids of the entries that are meant: those named, or found here by the filters. One over the most says too many. */
export async function findChosenIds(tx: Tx, { of, ids, query }: BulkChoice, read: Read): Promise<string[]> {
  if (of === "chosen") return [...ids];
  const found = await searchRecords(tx, query.q);
  const register = { ...read, ids: found?.ids["processing-record"] };
  return of === "all"
    ? findAnswering(tx, query, register, MOST_AT_ONCE + 1)
    : (await findRecordPage(tx, query, register)).slice(0, PAGE_SIZE).map(({ id }) => id);
}

/** Those of this register; an entry of the other, or of another organisation, is not there. */
export function findChosen(tx: Tx, ids: readonly string[], capacity: Capacity): Promise<RecordRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : findRecords(tx, { id: { in: [...ids] }, capacity });
}

/** The same with the rows that the words of each may lead to. */
export function withLinks(records: readonly RecordRow[], linksOf: LinksOf) {
  return records.map((record) => ({ ...record, links: linksOf(record) }));
}

type Change = { record: { id: string }; said: { content?: RecordContent } };

/** Which links a plan makes, as one text: what was shown is what is done. */
export function digestLinks(changes: readonly Change[]): string {
  const made = changes.map(({ record, said: { content } }) => [
    record.id,
    content?.contractIds ?? [],
    content?.destinations.map(({ transferId }) => transferId) ?? [],
  ]);
  return createHash("sha256").update(JSON.stringify(made)).digest("hex");
}
