/** Injected, since the domain imports no platform; synchronous, returns 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;

/**
 * Bytes of a salt: it hides a text whose digest stays after the text was cleared, however guessable the text.
 * Fixed, so that no byte can wander between salt and text under the same digest.
 */
export const SALT_BYTES = 16;

/** h_0 binds a chain to its organisation: no chain can be passed off as another's. `chainId` in lower case. */
export function genesis(sha256: Sha256, chainId: string): Uint8Array<ArrayBuffer> {
  return sha256(utf8(`amana-journal-1:${chainId}`));
}

/** d = SHA-256(salt ‖ text), the text in UTF-8. */
export function digestEntry(sha256: Sha256, salt: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  return sha256(join(salt, utf8(text)));
}

/** Input of digest d in version 2, besides the commitment to salt and text. */
export type EntryHeader = {
  chainId: string;
  seq: number;
  /** Epoch milliseconds. */
  recordedAt: number;
  event: string;
  noun: string;
  /** The rows that the entry's transaction wrote. */
  rows: { count: number; digest: Uint8Array | null };
  /** SHA-256(salt ‖ text): it stays when both are cleared. */
  commitment: Uint8Array;
};

/** d of version 2, over the header's parts joined by colons. */
export function digestHeader(sha256: Sha256, header: EntryHeader): Uint8Array<ArrayBuffer> {
  const { chainId, seq, recordedAt, event, noun, rows, commitment } = header;
  const rowsDigest = rows.digest ? hex(rows.digest) : "";
  const parts = [chainId, seq, recordedAt, event, noun, rows.count, rowsDigest, hex(commitment)];
  return sha256(utf8(["amana-entry-2", ...parts].join(":")));
}

/** h = SHA-256(h_prev ‖ d). */
export function chain(sha256: Sha256, hPrev: Uint8Array, d: Uint8Array): Uint8Array<ArrayBuffer> {
  return sha256(join(hPrev, d));
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

// A verification spells and compares millions of bytes: each is looked up, and one encoder serves all.
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const ENCODER = new TextEncoder();

function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
