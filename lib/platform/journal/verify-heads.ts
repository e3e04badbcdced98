import type { ClientBase } from "pg";
import { z } from "zod";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { isSignedHead, parseDocument, type PublishedHead } from "./published-head";

export type HeadFault = {
  org: string;
  kind:
    | "signature-invalid" // not signed by the key that it names
    | "key-unknown" // signed by a key that this database never had
    | "head-not-reached" // the chain does not lead to it: rewritten, or cut before it
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
    const { chain: org, day: of, key, seq, hash, platform } = head.document;
    const add = (kind: HeadFault["kind"], at = org) => faults.push({ org: at, kind, of });
    if (!isSignedHead(head)) {
      add("signature-invalid");
      continue;
    }
    if (!(await isKnownKey(client, org, key.publicKey))) add("key-unknown");
    if (!(await isReached(client, org, seq, hash))) add("head-not-reached");
    const isPlatformReached =
      !platform || (await isReached(client, PLATFORM_CHAIN, platform.seq, platform.hash));
    if (!isPlatformReached) add("head-not-reached", PLATFORM_CHAIN);
  }
  return faults;
}

type Publication = {
  org_id: string;
  day: string;
  seq: string;
  hash: string;
  key_id: string;
  document: string;
  signature: string;
};

/** The heads that the database itself keeps: whole, and each on its chain. */
export async function findPublicationFaults(client: ClientBase): Promise<HeadFault[]> {
  const { rows } = await client.query<Publication>(
    `SELECT org_id, day, seq, encode(h, 'hex') AS hash, key_id, document, signature
     FROM journal_publication ORDER BY org_id, day`,
  );
  const faults: HeadFault[] = [];
  for (const row of rows) {
    const document = parseDocument(row.document);
    if (document && matchesStored(row, document)) {
      faults.push(
        ...(await findHeadFaults(client, [{ document, text: row.document, signature: row.signature }])),
      );
    } else faults.push({ org: row.org_id, kind: "publication-mismatch", of: row.day });
  }
  return [...faults, ...(await findGone(client))];
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
