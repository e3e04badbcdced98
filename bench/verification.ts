import { performance } from "node:perf_hooks";
import { withConnection } from "@/lib/platform/database/connection";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";

/** Cost of reading everything again that the journal binds: `rows` counts entries, lines and the rows they are of. */
export type VerificationCost = { rows: number; seconds: number; isWhole: boolean };

const COUNT = `SELECT (SELECT count(*) FROM journal_entry) + (SELECT count(*) FROM evidence_row)
  + (SELECT count(*) FROM row_line) AS rows`;

/** Verifies the whole database once, as `npm run journal:verify` does. */
export async function measureVerification(ownerUrl: string): Promise<VerificationCost> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const counted = await owner.query<{ rows: string }>(COUNT);
    const begun = performance.now();
    const { isWhole } = await verifyJournal(owner);
    const seconds = (performance.now() - begun) / 1000;
    return { rows: Number(counted.rows[0]?.rows ?? 0), seconds, isWhole };
  });
}
