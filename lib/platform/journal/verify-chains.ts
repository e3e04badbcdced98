import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { verifyChain } from "@/lib/domain/journal/verify";

type Row = { seq: string; d: Buffer; h: Buffer; salt: Buffer | null; text: string | null };

/** One chain read again from its first entry: whole, with its head, or broken at an entry. */
export type ChainReport = {
  /** The organisation, or that the chain is the platform's. */
  name: string;
  seq: number;
  h: Buffer;
  fault?: { kind: string; seq: number };
};

const BATCH = 5000;
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

// Not the heads alone: a chain is not left out by taking its head away, nor an organisation by taking all of it.
const CHAINS = `
  SELECT org_id, j.seq, j.h, o.legal_name AS name
  FROM (SELECT org_id FROM journal_head UNION SELECT org_id FROM journal_entry UNION SELECT id FROM organisation) AS c
  LEFT JOIN journal_head j USING (org_id) LEFT JOIN organisation o ON o.id = org_id ORDER BY org_id`;

/** Verifies every chain of a database entry by entry, as its owner, who may list them all. */
export async function* verifyChains(client: ClientBase): AsyncGenerator<ChainReport> {
  const { rows } = await client.query<{
    org_id: string;
    seq: string | null;
    h: Buffer | null;
    name: string | null;
  }>(CHAINS);
  for (const { org_id, seq, h, name } of rows) {
    // A head taken away is a wrong one.
    const head = { seq: Number(seq), h: h ?? Buffer.alloc(0) };
    const verdict = await verifyChain({
      chainId: org_id,
      entries: readEntries(client, org_id),
      head,
      sha256,
    });
    const fault = verdict.ok ? undefined : { kind: verdict.fault, seq: Number(verdict.seq) };
    yield { ...head, name: name ?? "sign-ins", fault };
  }
}

async function* readEntries(client: ClientBase, org: string) {
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
