import type { SectionQuery } from "@/lib/features/dossier/read/section";
import { findDraftIds } from "@/lib/features/dossier/read/draft-ids";
import { findHead } from "@/lib/features/journal/read/queries";
import { required } from "@/lib/domain/invariant/required";
import type { Tx } from "@/lib/platform/database/transaction";
import { openSpool, type Spool } from "@/lib/platform/transport/spool";

type EntryRow = {
  seq: bigint;
  recordedAt: Date;
  version: number;
  d: string;
  commitment: string | null;
  rowsCount: number;
  rowsDigest: string | null;
  event: string | null;
  noun: string | null;
  subjectId: string | null;
  salt: string | null;
  text: string | null;
};

export type CollectedJournal = {
  lines: Spool;
  head: { seq: number; hash: string };
  /** Lines of published heads, by day; `minute` is of a head within its day, null of the one of the whole day. */
  heads: { day: string; minute: string | null; document: string; signature: string }[];
  shown: number;
};

/** Parts of an entry that its reader is given; the digest always is, since it holds the chain together. */
type Disclosure = "digest" | "header" | "text";

const PAGE = 2_000;

/**
 * Every entry from the beginning, since the chain is checked from there: of what is not the reader's, or is about a draft,
 * the digest alone. A text holds names and notes of the processor, so a controller is shown the header of what concerns its
 * rows, and no text.
 */
export async function collectJournal(
  tx: Tx,
  query: SectionQuery,
  { subjects, nouns }: { subjects: ReadonlySet<string>; nouns: ReadonlySet<string> },
): Promise<CollectedJournal> {
  const head = required(await findHead(tx), "head of the journal");
  const drafts = await findDraftIds(tx, query.at);
  const lines = await openSpool();
  let shown = 0;
  for (let after = 0n; ;) {
    const rows = await findPage(tx, after);
    for (const row of rows) {
      const disclosed = disclosureOf(row, query, { subjects, nouns, drafts });
      if (disclosed !== "digest") shown += 1;
      await lines.add(JSON.stringify(lineOf(row, disclosed)));
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  const heads = await tx.journalPublication.findMany({
    where: query.asOf ? { publishedAt: { lte: query.at } } : {},
    orderBy: [{ day: "asc" }, { seq: "asc" }],
    select: { day: true, minute: true, document: true, signature: true },
  });
  return { lines, head: { seq: Number(head.seq), hash: Buffer.from(head.h).toString("hex") }, heads, shown };
}

function disclosureOf(
  { recordedAt, noun, subjectId, text }: EntryRow,
  { at, asOf, audience, controllerIds }: SectionQuery,
  { subjects, nouns, drafts }: Record<"subjects" | "nouns" | "drafts", ReadonlySet<string>>,
): Disclosure {
  if ((asOf && recordedAt > at) || noun === null) return "digest";
  if (subjectId !== null && drafts.has(subjectId)) return "digest";
  const isOwn = subjectId !== null && subjects.has(subjectId);
  if (controllerIds !== null && !isOwn) return "digest";
  if (!nouns.has(noun)) return "header";
  return audience === "controller" || text === null ? "header" : "text";
}

function lineOf(row: EntryRow, disclosed: Disclosure) {
  const { d, version: v, commitment, event, noun, salt, text } = row;
  const seq = Number(row.seq);
  if (disclosed === "digest") return { seq, d };
  const disclosedText = disclosed === "text" ? { salt, text } : {};
  // The first version has no header: nothing but its text proves what it was about.
  if (v === 1 || commitment === null)
    return { seq, d, ...(disclosed === "text" ? { v, ...disclosedText } : {}) };
  const rows = { count: row.rowsCount, digest: row.rowsDigest };
  return { seq, d, v, at: row.recordedAt.getTime(), event, noun, rows, commitment, ...disclosedText };
}

function findPage(tx: Tx, after: bigint): Promise<EntryRow[]> {
  return tx.$queryRaw<EntryRow[]>`
    SELECT e.seq, e.recorded_at AS "recordedAt", e.version, encode(e.d, 'hex') AS d,
      encode(e.commitment, 'hex') AS commitment, e.rows_count AS "rowsCount",
      encode(e.rows_digest, 'hex') AS "rowsDigest", t.event, t.noun, t.subject_id AS "subjectId",
      encode(t.salt, 'hex') AS salt, t.text
    FROM journal_entry e JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
    WHERE e.seq > ${after} ORDER BY e.seq LIMIT ${PAGE}`;
}
