import { createHash } from "node:crypto";

const CHUNK_BYTES = 256 * 1024;

export type Chunk = { seq: number; bytes: Uint8Array<ArrayBuffer>; sha256: string };

/** A file that is not what was stored: some chunk is missing, or its bytes have another hash. Never served. */
export class DamagedFileError extends Error {
  constructor(readonly fileId: string) {
    super(`The file ${fileId} is not what was stored.`);
    this.name = "DamagedFileError";
  }
}

/** Pieces of 256 KiB, each with its own hash; an empty file has none. */
export function splitFile(bytes: Uint8Array): Chunk[] {
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, seq) => {
    const chunk = bytes.slice(seq * CHUNK_BYTES, (seq + 1) * CHUNK_BYTES);
    return { seq, bytes: chunk, sha256: sha256(chunk) };
  });
}

/** The whole file again, every hash counted anew. Throws `DamagedFileError`. */
export function joinFile(
  file: { id: string; chunks: number; size: number; sha256: string },
  chunks: readonly { seq: number; bytes: Uint8Array; sha256: string }[],
): Uint8Array<ArrayBuffer> {
  const isWhole =
    chunks.length === file.chunks &&
    chunks.every((chunk, index) => chunk.seq === index && sha256(chunk.bytes) === chunk.sha256);
  const bytes = new Uint8Array(Buffer.concat(chunks.map((chunk) => chunk.bytes)));
  if (!isWhole || bytes.length !== file.size || sha256(bytes) !== file.sha256)
    throw new DamagedFileError(file.id);
  return bytes;
}

/** 64 hex digits, as `sha256sum` says them. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
