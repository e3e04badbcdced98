import { findColumnFault, type ColumnFault, type EntryColumns } from "./entry-columns";
import { chain, digestEntry, genesis, SALT_BYTES, sameBytes, type Sha256 } from "./seal";

/**
 * Link of the chain. Text and salt are both null where the retention verb cleared them, or where an extract
 * leaves them out.
 */
export type ChainEntry = {
  seq: number | bigint;
  d: Uint8Array;
  h: Uint8Array;
  salt?: Uint8Array | null;
  text?: string | null;
  /** Absent in an extract, and where only the chain itself is read. */
  columns?: EntryColumns;
};

/** In an extract `h` may be absent: it follows from the digests. */
export type ExtractEntry = Omit<ChainEntry, "h"> & { h?: Uint8Array | null };

/** The place of a link: its number and its hash. `seq` 0 is the genesis. */
export type ChainPoint = { seq: number | bigint; h: Uint8Array };

export type ChainFault =
  | ColumnFault
  | "digest-mismatch" // the text, the salt or the digest was changed
  | "chain-broken" // a digest or a hash was changed, or an entry put in another's place
  | "gap-in-sequence" // an entry was taken out
  | "duplicate-sequence" // an entry was put in
  | "head-mismatch" // the head is not the last entry
  | "tail-cut" // the last entries were taken off
  | "text-without-salt" // cannot be checked
  | "salt-without-text"; // half cleared: a salt left behind lets the text be guessed

export type Verdict =
  | { ok: true; count: number; cleared: number; head: { seq: number; h: Uint8Array } }
  | { ok: false; seq: number; fault: ChainFault };

type Bounds = {
  chainId: string;
  /** Head row, or better a head printed earlier: a writer could also recompute a whole chain. */
  head: ChainPoint;
  /** A point already verified, to go on from; absent, the genesis. */
  from?: ChainPoint;
  sha256: Sha256;
};

type Entries<E> = Iterable<E> | AsyncIterable<E>;

/**
 * Walks a chain, or an extract of one, in the order of `seq` and names the first fault: every digest from the start to
 * the head, and the texts that are shown. `cleared` counts links without their text, which hold by their digest alone.
 */
export async function verifyChain({
  entries,
  ...bounds
}: Bounds & { entries: Entries<ExtractEntry> }): Promise<Verdict> {
  const { sha256, from = { seq: 0, h: genesis(sha256, bounds.chainId) } } = bounds;
  const start = Number(from.seq);
  let at = { seq: start, h: from.h };
  let cleared = 0;
  let version = 1;
  for await (const entry of entries) {
    const seq = at.seq + 1;
    const h = chain(sha256, at.h, entry.d);
    const fault =
      sequenceFault(seq, Number(entry.seq)) ??
      columnFault(sha256, bounds.chainId, entry, version) ??
      textFault(sha256, entry) ??
      linkFault(entry, h);
    if (fault) return { ok: false, seq, fault };
    if (entry.text == null) cleared += 1;
    version = entry.columns?.version ?? version;
    at = { seq, h };
  }
  const fault = headFault(at, bounds.head);
  return fault ? { ok: false, seq: at.seq, fault } : { ok: true, count: at.seq - start, cleared, head: at };
}

function sequenceFault(expected: number, seq: number): ChainFault | null {
  if (seq === expected) return null;
  return seq > expected ? "gap-in-sequence" : "duplicate-sequence";
}

function columnFault(
  sha256: Sha256,
  chainId: string,
  { seq, columns, ...entry }: ExtractEntry,
  latest: number,
): ChainFault | null {
  return columns ? findColumnFault(sha256, chainId, { ...entry, seq: Number(seq), columns }, latest) : null;
}

function textFault(sha256: Sha256, { salt, text, d, columns }: ExtractEntry): ChainFault | null {
  if (text == null) return salt == null ? null : "salt-without-text";
  if (salt == null) return "text-without-salt";
  // UTF-8 has no half characters: all of them would be encoded alike.
  if (salt.length !== SALT_BYTES || /\p{Surrogate}/u.test(text)) return "digest-mismatch";
  const expected = columns?.commitment ?? d;
  return sameBytes(digestEntry(sha256, salt, text), expected) ? null : "digest-mismatch";
}

function linkFault(entry: ExtractEntry, h: Uint8Array): ChainFault | null {
  return entry.h == null || sameBytes(entry.h, h) ? null : "chain-broken";
}

function headFault(last: { seq: number; h: Uint8Array }, head: ChainPoint): ChainFault | null {
  if (last.seq < Number(head.seq)) return "tail-cut";
  return last.seq === Number(head.seq) && sameBytes(last.h, head.h) ? null : "head-mismatch";
}
