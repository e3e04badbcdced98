import { hash } from "node:crypto";
import type { ClientBase } from "pg";
import { lastOf } from "@/lib/domain/invariant/required";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import {
  findUnexplained,
  readClearing,
  type ClearedEntry,
  type Clearing,
} from "@/lib/domain/journal/clearing";
import type { EntryColumns } from "@/lib/domain/journal/entry-columns";
import { verifyChain, type ChainEntry } from "@/lib/domain/journal/verify";
import { findWholeChains } from "./whole-chains";

type Row = Omit<EntryColumns, "recordedAt" | "clearedAt"> & {
  seq: string;
  d: Buffer;
  h: Buffer;
  salt: Buffer | null;
  text: string | null;
  recordedAt: Date;
  clearedAt: Date | null;
};

/** Result of verifying a chain from its first entry: whole, with its head, or broken at an entry. */
export type ChainReport = {
  org: string;
  /** The organisation, or that the chain is the platform's. */
  name: string;
  seq: number;
  h: Buffer;
  fault?: { kind: string; seq: number };
};

const BATCH = 5000;
const sha256 = (bytes: Uint8Array) => hash("sha256", bytes, "buffer");

// A chain is not left out by taking its head away, nor an organisation by taking all of it: what other rows belong to is
// an organisation as well; the platform's chain is one once a published head names it.
const CHAINS = `
  SELECT org_id, j.seq, j.h, o.legal_name AS name, count(*) OVER (PARTITION BY org_id)::int AS heads
  FROM (SELECT org_id FROM journal_head UNION SELECT org_id FROM journal_entry UNION SELECT org_id FROM journal_text
    UNION SELECT id FROM organisation UNION SELECT org_id FROM member UNION SELECT org_id FROM evidence_row
    UNION SELECT '${PLATFORM_CHAIN}' FROM journal_publication WHERE document LIKE '%"platform":{%') AS c
  LEFT JOIN journal_head j USING (org_id) LEFT JOIN organisation o ON o.id = org_id ORDER BY org_id`;

/** Verifies every chain of a database, as its owner, who may list them all; one that is not whole is walked entry by entry. */
export async function* verifyChains(client: ClientBase): AsyncGenerator<ChainReport> {
  const { rows } = await client.query<{
    org_id: string;
    seq: string | null;
    h: Buffer | null;
    name: string | null;
    heads: number;
  }>(CHAINS);
  const whole = await findWholeChains(client);
  const strays = await findStrayTexts(client);
  for (const { org_id: org, seq, h, name, heads } of rows) {
    // A head taken away is a wrong one.
    const head = { seq: Number(seq), h: h ?? Buffer.alloc(0) };
    const isUnknown = name === null && org !== PLATFORM_CHAIN;
    const fault = isUnknown
      ? { kind: "organisation-missing", seq: head.seq }
      : heads > 1
        ? { kind: "head-mismatch", seq: head.seq }
        : ((whole.has(org)
            ? await findClearingFault(client, org)
            : await findChainFault(client, org, head)) ?? strays.get(org));
    yield { org, ...head, name: name ?? (isUnknown ? org : "sign-ins"), fault };
  }
}

async function findChainFault(client: ClientBase, org: string, head: { seq: number; h: Buffer }) {
  const seen: Seen = { cleared: [], clearings: [] };
  const entries = readEntries(client, org, seen);
  const verdict = await verifyChain({ chainId: org, entries, head, sha256 });
  if (!verdict.ok && verdict.seq === 0) return { kind: "chain-missing", seq: 0 };
  if (!verdict.ok) return { kind: verdict.fault, seq: Number(verdict.seq) };
  return findUnexplainedFault(seen);
}

/** Finds a text of a chain that is whole which was cleared and no later entry says so. */
async function findClearingFault(client: ClientBase, org: string) {
  const { rows } = await client.query<{
    seq: string;
    clearedAt: Date | null;
    version: number;
    text: string | null;
  }>(
    `SELECT t.seq, t.cleared_at AS "clearedAt", e.version, t.text
     FROM journal_text t JOIN journal_entry e ON e.org_id = t.org_id AND e.seq = t.seq
     WHERE t.org_id = $1 AND (t.cleared_at IS NOT NULL OR t.event = 'journal.cleared') ORDER BY t.seq`,
    [org],
  );
  const seen: Seen = { cleared: [], clearings: [] };
  for (const { seq, clearedAt, version, text } of rows)
    noteClearing({ seq: Number(seq), clearedAt, version, text }, seen);
  return findUnexplainedFault(seen);
}

function findUnexplainedFault({ cleared, clearings }: Seen) {
  const [unexplained] = findUnexplained(cleared, clearings);
  return unexplained && { kind: "cleared-unexplained", seq: unexplained.seq };
}

/** The first text of each chain that belongs to no entry. */
async function findStrayTexts(client: ClientBase): Promise<Map<string, { kind: string; seq: number }>> {
  const { rows } = await client.query<{ org: string; seq: string }>(
    `SELECT t.org_id AS org, min(t.seq) AS seq FROM journal_text t
     LEFT JOIN journal_entry e ON e.org_id = t.org_id AND e.seq = t.seq WHERE e.seq IS NULL GROUP BY t.org_id`,
  );
  return new Map(rows.map(({ org, seq }) => [org, { kind: "text-without-entry", seq: Number(seq) }]));
}

/** The clearings of a chain, found while it is read. */
type Seen = { cleared: ClearedEntry[]; clearings: Clearing[] };

/** Asks for the next entries while those before are hashed. */
async function* readEntries(client: ClientBase, org: string, seen: Seen): AsyncGenerator<ChainEntry> {
  let asked = findPage(client, org, 0n);
  for (;;) {
    const { rows } = await asked;
    const isLast = rows.length < BATCH;
    if (!isLast) asked = findPage(client, org, BigInt(lastOf(rows).seq));
    try {
      for (const row of rows) yield readRow(row, seen);
    } finally {
      // A walk that ends early leaves no statement under way.
      await asked;
    }
    if (isLast) return;
  }
}

function findPage(client: ClientBase, org: string, after: bigint) {
  return client.query<Row>(
    `SELECT e.seq, e.d, e.h, t.salt, t.text, e.recorded_at AS "recordedAt",
         e.version, e.commitment, e.rows_batch AS "rowsBatch", e.rows_count AS "rowsCount",
         e.rows_digest AS "rowsDigest",
         t.seq IS NOT NULL AS "hasText", t.event, t.noun, t.actor_id AS "actorId", t.actor_name AS "actorName",
         t.subject_id AS "subjectId", t.cleared_at AS "clearedAt"
       FROM journal_entry e LEFT JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
       WHERE e.org_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT ${BATCH}`,
    [org, after],
  );
}

function readRow({ seq: number, d, h, salt, text, ...row }: Row, seen: Seen): ChainEntry {
  const seq = Number(number);
  const clearedAt = row.clearedAt?.getTime() ?? null;
  noteClearing({ seq, text, clearedAt: row.clearedAt, version: row.version }, seen);
  return { seq, d, h, salt, text, columns: { ...row, recordedAt: row.recordedAt.getTime(), clearedAt } };
}

type Clearable = { seq: number; clearedAt: Date | null; version: number; text: string | null };

function noteClearing({ seq, clearedAt, version, text }: Clearable, seen: Seen): void {
  if (clearedAt !== null) seen.cleared.push({ seq, clearedAt: clearedAt.getTime() });
  const clearing = text === null ? null : readClearing(seq, version, text);
  if (clearing) seen.clearings.push(clearing);
}
