import type { PlannedRow } from "@/lib/domain/import/plan";
import { BLANK_CONTENT, withoutBlanks } from "@/lib/domain/processing-record/blank-content";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";

/** Reasons that a person gave, which the same row keeps. */
const STORED_ASIDE: ReadonlySet<string> = new Set(["skipped", "other-register"]);

/** Rows of one statement. */
const CHUNK = 200;

/**
 * Stores what each row said and became, so that the same row changes nothing the next time. What an entry made of a row
 * says is copied from the entry.
 */
export async function insertImportRows(
  tx: Tx,
  ctx: Ctx,
  rows: PlannedRow[],
  made: Map<string, string>,
): Promise<void> {
  const stored = rows.filter(
    ({ reason, content }) => (reason === null || STORED_ASIDE.has(reason)) && content.activity,
  );
  const blank = JSON.stringify(BLANK_CONTENT);
  for (const chunk of chunks(stored)) {
    const lines = chunk.map((row) => ({
      fingerprint: row.fingerprint,
      recordId: made.get(row.fingerprint) ?? row.recordId,
      decision: { skip: row.reason === "skipped", acceptEnd: row.acceptsEnd, settled: row.settled },
      ...(isCopied(row, made) ? {} : { content: withoutBlanks(row.content) }),
    }));
    await tx.$executeRaw`
      INSERT INTO import_row (org_id, fingerprint, record_id, decision, content, updated_at)
      SELECT ${ctx.scope.org}::uuid, v.fingerprint, v."recordId", v.decision,
        coalesce(${blank}::jsonb || v.content, r.content), ${ctx.now}
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        AS v (fingerprint text, "recordId" uuid, decision jsonb, content jsonb)
      LEFT JOIN processing_record r ON v.content IS NULL AND r.id = v."recordId"
      ON CONFLICT (org_id, fingerprint) DO UPDATE SET
        record_id = excluded.record_id, decision = excluded.decision, content = excluded.content,
        updated_at = excluded.updated_at`;
  }
}

/** A new entry says exactly what its row does. */
function isCopied({ fate, fingerprint }: PlannedRow, made: ReadonlyMap<string, string>): boolean {
  return fate === "new" && made.has(fingerprint);
}

export function* chunks<T>(items: T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}
