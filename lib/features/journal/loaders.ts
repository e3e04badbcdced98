import "server-only";
import { forbidden } from "next/navigation";
import { z } from "zod";
import { lastOf } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { readEntry } from "@/lib/domain/journal/event";
import type { Search } from "@/lib/forms/list-query";
import { PAGE_SIZE, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  findAuthors,
  findEntries,
  findHead,
  findKeyBegan,
  findNames,
  findPublished,
} from "@/lib/features/journal/read/queries";
import { isFiltered, journalQuerySchema } from "@/lib/features/journal/read/list";

export type { JournalQuery } from "@/lib/features/journal/read/list";

export async function loadJournal(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "journal.read")) forbidden();
  const query = journalQuerySchema.parse(search);
  return readInScope(ctx.scope, async (tx) => {
    const found = await findEntries(tx, query, ROWS_ASKED);
    const rows = found
      .slice(0, PAGE_SIZE)
      .map((row) => ({ ...row, entry: row.text === null ? null : readEntry(row.text) }));
    const head = await findHead(tx);
    return readTogether({
      query,
      isFiltered: isFiltered(query),
      authors: findAuthors(tx),
      names: findNames(
        tx,
        rows.flatMap(({ entry }) => idsIn(entry)),
      ),
      rows: rows.map((row) => ({
        seq: Number(row.seq),
        recordedAt: row.recordedAt.getTime(),
        hash: hex(row.h),
        isCleared: row.text === null,
        entry: row.entry,
      })),
      next: found.length > PAGE_SIZE ? Number(lastOf(rows).seq) : null,
      published: findPublished(tx),
      keyBegan: findKeyBegan(tx),
      mayClear: can(ctx.actor, "journal.clear"),
      mayRenewKey: can(ctx.actor, "journal.renew-key"),
      hasFailed: search.error === "failed",
      head: head && { seq: Number(head.seq), hash: hex(head.h) },
    });
  });
}

function idsIn(entry: ReturnType<typeof readEntry>): string[] {
  const stated = [entry?.before, entry?.after].flatMap((side) =>
    [side?.controllerId, side?.measureIds].flat(),
  );
  return stated.filter((id) => z.uuid().safeParse(id).success).map(String);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
