import "server-only";
import { forbidden } from "next/navigation";
import { can } from "@/lib/domain/access/policy";
import { readEntry } from "@/lib/domain/journal/event";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findAuthors, findEntries, findHead } from "./data";
import { isFiltered, journalQuerySchema } from "./query";

const PAGE = 50;

export type { JournalQuery } from "./query";

/** One page of the journal, newest first, and the head by which the whole chain can be verified. */
export async function loadJournal(slug: string, search: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "journal.read")) forbidden();
  const query = journalQuerySchema.parse(search);
  return withOrg(ctx.scope, async (tx) => {
    const found = await findEntries(tx, query, PAGE + 1);
    const rows = found.slice(0, PAGE);
    const head = await findHead(tx);
    return {
      query,
      isFiltered: isFiltered(query),
      authors: await findAuthors(tx),
      rows: rows.map((row) => ({
        seq: Number(row.seq),
        recordedAt: row.recordedAt.getTime(),
        hash: hex(row.h),
        isCleared: row.text === null,
        entry: row.text === null ? null : readEntry(row.text),
      })),
      next: found.length > PAGE ? Number(rows.at(-1)!.seq) : null,
      head: head && { seq: Number(head.seq), hash: hex(head.h) },
    };
  });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
