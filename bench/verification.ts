import { performance } from "node:perf_hooks";
import { withConnection } from "@/lib/platform/database/connection";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { readProcessorSeconds, type ProcessorTime } from "./processor";

/** Cost of reading everything again that the journal binds: `rows` counts entries, lines and the rows they are of. */
export type VerificationCost = {
  rows: number;
  seconds: number;
  /** Seconds of processor time, of this process and of PostgreSQL. */
  processor: ProcessorTime;
  isWhole: boolean;
  /** Names why it is not whole, at most three times. */
  faults: string[];
};

const FAULTS_SHOWN = 3;

const COUNT = `SELECT (SELECT count(*) FROM journal_entry) + (SELECT count(*) FROM evidence_row)
  + (SELECT count(*) FROM row_line) AS rows`;

/** Verifies the whole database once, as `npm run journal:verify` does. */
export async function measureVerification(ownerUrl: string): Promise<VerificationCost> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const counted = await owner.query<{ rows: string }>(COUNT);
    const [begun, before] = [performance.now(), readProcessorSeconds(process.pid)];
    const { isWhole, chains, rows, unguarded, heads } = await verifyJournal(owner);
    const [seconds, after] = [(performance.now() - begun) / 1000, readProcessorSeconds(process.pid)];
    const broken = chains.filter(({ fault }) => fault);
    const faults = [...broken, ...rows, ...unguarded, ...heads].map((fault) => JSON.stringify(fault));
    return {
      rows: Number(counted.rows[0]?.rows ?? 0),
      seconds,
      processor: { web: after.web - before.web, database: after.database - before.database },
      isWhole,
      faults: faults.slice(0, FAULTS_SHOWN),
    };
  });
}
