import type { ClientBase } from "pg";
import { z } from "zod";
import { itemAt } from "@/lib/domain/invariant/required";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { verifyStamp } from "@/lib/platform/timestamp/time-stamp";
import { isSignedHead, parseDocument, type PublishedHead } from "./published-head";

export type HeadFault = {
  org: string;
  kind:
    | "signature-invalid" // not signed by the key that it names
    | "key-unknown" // signed by a key that this database never had
    | "cleared-mismatch" // it counted other texts as cleared than its chain says were, until its entry
    | "head-not-reached" // the chain does not lead to it: rewritten, or cut before it
    | "stamp-invalid" // the authority's stamp that goes with it is of another text, or not signed as it says
    | "publication-mismatch" // what is kept of a published head says something else than what was signed
    | "organisation-gone"; // the platform's chain names an organisation that is gone
  /** A day, or an organisation. */
  of: string;
};

/** Checks that the chains lead to heads stored elsewhere, and verifies the keys of those. */
export async function findHeadFaults(
  client: ClientBase,
  heads: readonly PublishedHead[],
): Promise<HeadFault[]> {
  const faults: HeadFault[] = [];
  for (const head of heads) {
    const { chain: org, day: of, key, seq, hash, platform, cleared } = head.document;
    const add = (kind: HeadFault["kind"], at = org) => faults.push({ org: at, kind, of });
    if (!isSignedHead(head)) {
      add("signature-invalid");
      continue;
    }
    if (!(await isKnownKey(client, org, key.publicKey))) add("key-unknown");
    if (!(await isReached(client, org, seq, hash))) add("head-not-reached");
    if (head.stamp && !(await verifyStamp(head.stamp, head.text)).isValid) add("stamp-invalid");
    if (cleared !== undefined && cleared !== (await countClearedTexts(client, org, { until: seq })))
      add("cleared-mismatch");
    const isPlatformReached =
      !platform || (await isReached(client, PLATFORM_CHAIN, platform.seq, platform.hash));
    if (!isPlatformReached) add("head-not-reached", PLATFORM_CHAIN);
  }
  return faults;
}

/** Counts the texts that clearings of a chain name, of those after an entry or until one. */
export async function countClearedTexts(
  client: ClientBase,
  org: string,
  { after = 0, until = Number.MAX_SAFE_INTEGER }: { after?: number; until?: number },
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(DISTINCT c.seq)::int AS count
     FROM journal_text t, jsonb_array_elements_text(t.text::jsonb #> '{after,seqs}') AS c (seq)
     WHERE t.org_id = $1 AND t.event = 'journal.cleared' AND t.seq > $2 AND t.seq <= $3`,
    [org, after, until],
  );
  return itemAt(rows, 0).count;
}

type Publication = {
  org_id: string;
  day: string;
  seq: string;
  hash: string;
  key_id: string;
  document: string;
  signature: string;
  stamp: Uint8Array | null;
  authority: string | null;
  stamped_at: Date | null;
};

/** The heads that the database itself keeps: whole, and each on its chain. */
export async function findPublicationFaults(client: ClientBase): Promise<HeadFault[]> {
  const [stampColumns, stampJoin] = (await hasTable(client, "journal_stamp"))
    ? [
        "s.answer AS stamp, s.authority, s.stamped_at",
        "LEFT JOIN journal_stamp s ON s.org_id = p.org_id AND s.publication_id = p.id",
      ]
    : ["NULL AS stamp, NULL AS authority, NULL AS stamped_at", ""];
  const { rows } = await client.query<Publication>(
    `SELECT p.org_id, p.day, p.seq, encode(p.h, 'hex') AS hash, p.key_id, p.document, p.signature, ${stampColumns}
     FROM journal_publication p ${stampJoin} ORDER BY p.org_id, p.day`,
  );
  const faults: HeadFault[] = [];
  for (const row of rows) {
    const document = parseDocument(row.document);
    if (document && matchesStored(row, document)) {
      const { document: text, signature } = row;
      faults.push(...(await findHeadFaults(client, [{ document, text, signature }])));
      if (!(await isStampAsKept(row))) faults.push({ org: row.org_id, kind: "stamp-invalid", of: row.day });
    } else faults.push({ org: row.org_id, kind: "publication-mismatch", of: row.day });
  }
  return [...faults, ...(await findGone(client))];
}

/** True without a stamp; else where the answer verifies and says the instant and the authority that are kept beside it. */
async function isStampAsKept({ document, stamp, authority, stamped_at: at }: Publication): Promise<boolean> {
  if (stamp === null) return true;
  const verified = await verifyStamp(stamp, document);
  if (!verified.isValid) return false;
  return verified.stamp.authority === authority && verified.stamp.at.getTime() === at?.getTime();
}

function matchesStored(row: Publication, document: PublishedHead["document"]): boolean {
  const { chain, day, seq, hash, key } = document;
  return (
    chain === row.org_id &&
    day === row.day &&
    seq === Number(row.seq) &&
    hash === row.hash &&
    key.id === row.key_id
  );
}

/** An installation that was not migrated yet is verified before it is. */
async function hasTable(client: ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>("SELECT to_regclass($1) IS NOT NULL AS found", [
    name,
  ]);
  return itemAt(rows, 0).found;
}

async function isKnownKey(client: ClientBase, org: string, publicKey: string): Promise<boolean> {
  const { rows } = await client.query("SELECT 1 FROM journal_key WHERE org_id = $1 AND public_key = $2", [
    org,
    publicKey,
  ]);
  return rows.length > 0;
}

async function isReached(client: ClientBase, org: string, seq: number, hash: string): Promise<boolean> {
  if (seq === 0) return true;
  const { rows } = await client.query(
    "SELECT 1 FROM journal_entry WHERE org_id = $1 AND seq = $2 AND encode(h, 'hex') = $3",
    [org, seq, hash],
  );
  return rows.length > 0;
}

/** The platform's chain says each day which organisations there are: none is taken away without a trace. */
async function findGone(client: ClientBase): Promise<HeadFault[]> {
  const stated = await client.query<{ text: string }>(
    `SELECT text FROM journal_text WHERE org_id = $1 AND event = 'journal.published' AND text IS NOT NULL`,
    [PLATFORM_CHAIN],
  );
  const known = await client.query<{ id: string }>("SELECT id FROM organisation");
  const named = new Set(stated.rows.flatMap(({ text }) => organisationsIn(text)));
  for (const { id } of known.rows) named.delete(id);
  return [...named].sort().map((org) => ({ org, kind: "organisation-gone", of: org }));
}

const headsSchema = z.object({ after: z.object({ heads: z.array(z.object({ org: z.string() })) }) });

function organisationsIn(text: string): string[] {
  try {
    return headsSchema.parse(JSON.parse(text)).after.heads.map(({ org }) => org);
  } catch {
    // A text that cannot be read is a fault of its chain.
    return [];
  }
}
