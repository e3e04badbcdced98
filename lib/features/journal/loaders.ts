import "server-only";
import { forbidden } from "next/navigation";
import { z } from "zod";
import { lastOf } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { readEntry } from "@/lib/domain/journal/event";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withOrg } from "@/lib/platform/database/transaction";
import {
  findAuthors,
  findEntries,
  findHead,
  findKeyBegan,
  findNames,
  findPublished,
} from "@/lib/features/journal/read/queries";
import { isFiltered, journalQuerySchema } from "@/lib/features/journal/read/list";

const PAGE = 50;

export type { JournalQuery } from "@/lib/features/journal/read/list";

export async function loadJournal(slug: string, search: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "journal.read")) forbidden();
  const query = journalQuerySchema.parse(search);
  return withOrg(ctx.scope, async (tx) => {
    const found = await findEntries(tx, query, PAGE + 1);
    const rows = found
      .slice(0, PAGE)
      .map((row) => ({ ...row, entry: row.text === null ? null : readEntry(row.text) }));
    const head = await findHead(tx);
    return {
      query,
      isFiltered: isFiltered(query),
      authors: await findAuthors(tx),
      names: await findNames(
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
      next: found.length > PAGE ? Number(lastOf(rows).seq) : null,
      published: await findPublished(tx),
      keyBegan: await findKeyBegan(tx),
      mayRenewKey: can(ctx.actor, "journal.renew-key"),
      hasFailed: search.error === "failed",
      head: head && { seq: Number(head.seq), hash: hex(head.h) },
    };
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
