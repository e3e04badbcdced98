import { createHash } from "node:crypto";
import { Client } from "pg";
import { verifyChain } from "@/lib/domain/journal/verify";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { env } from "@/lib/platform/env";

type Row = { seq: string; d: Buffer; h: Buffer; salt: Buffer | null; text: string | null };

const BATCH = 5000;
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** Verifies every chain of the database entry by entry and prints its head, to be kept elsewhere. */
async function main() {
  const database = env().DATABASE_URL
    ? { ownerUrl: env().DATABASE_URL!, release: async () => {} }
    : await openDatabase(env().AMANA_DATA_DIR);
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    process.exitCode = (await verifyAll(client)) ? 0 : 1;
  } finally {
    await client.end();
    await database.release();
  }
}

async function verifyAll(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ org_id: string; seq: string; h: Buffer; name: string | null }>(
    `SELECT j.org_id, j.seq, j.h, o.legal_name AS name FROM journal_head j
     LEFT JOIN organisation o ON o.id = j.org_id ORDER BY j.org_id`,
  );
  let whole = true;
  for (const head of rows) {
    const verdict = await verifyChain({
      chainId: head.org_id,
      entries: readEntries(client, head.org_id),
      head: { seq: Number(head.seq), h: head.h },
      sha256,
    });
    whole &&= verdict.ok;
    const name = head.name ?? "sign-ins";
    console.log(
      verdict.ok
        ? `whole   ${name}: ${verdict.count} entries, head ${head.seq} ${head.h.toString("hex")}`
        : `BROKEN  ${name}: ${verdict.fault} at entry ${verdict.seq}`,
    );
  }
  return whole;
}

async function* readEntries(client: Client, org: string) {
  for (let after = 0n; ;) {
    const { rows } = await client.query<Row>(
      `SELECT e.seq, e.d, e.h, t.salt, t.text FROM journal_entry e
       LEFT JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
       WHERE e.org_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT ${BATCH}`,
      [org, after],
    );
    for (const row of rows) yield { ...row, seq: Number(row.seq) };
    if (rows.length < BATCH) return;
    after = BigInt(rows.at(-1)!.seq);
  }
}

await main();
