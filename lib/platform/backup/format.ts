import { createHmac } from "node:crypto";
import { z } from "zod";
import { deriveSecret } from "@/lib/platform/environment/env";

/**
 * Version 1 of a backup file:
 *
 *   "AMANA-BACKUP 1" LF · header (JSON, one line) LF · gzip of frames · HMAC-SHA-256 (32 bytes) · SHA-256 (32 bytes)
 *
 * The HMAC is over all before it, under a key of the root secret; the SHA-256 over all before it, the HMAC included.
 * A frame is its kind (one ASCII letter), its length (4 bytes, big endian) and that many bytes.
 */
export const FORMAT = 1;
export const MAGIC = "AMANA-BACKUP ";
export const HMAC_BYTES = 32;
export const SHA_BYTES = 32;

/** No frame is longer: a reader needs no more memory than this. */
export const LONGEST_FRAME = 1 << 20;

export const FRAME = {
  /** A table begins: `TableHead`. */
  table: "T",
  /** A piece of PostgreSQL's COPY text of that table, cut anywhere. */
  data: "D",
  /** A table ends: `TableTail`. */
  tableEnd: "E",
  /** The sequences: `Sequence[]`. */
  sequences: "S",
  /** The backup ends: `Summary`. */
  end: "Z",
} as const;

export type FrameKind = (typeof FRAME)[keyof typeof FRAME];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const headerSchema = z.object({
  /** The instant the snapshot was taken. */
  madeAt: z.iso.datetime(),
  amana: z.string(),
  postgres: z.string(),
  /** Applied when it was made, oldest first: Prisma's own names and checksums. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** Tells whether a secret is the one of the backup without telling the secret. */
  secretCheck: sha256,
});
export const tableHeadSchema = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });
export const tableTailSchema = z.object({ rows: z.int().min(0), bytes: z.int().min(0), sha256 });
export const sequencesSchema = z.array(
  z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() }),
);
export const summarySchema = z.object({ tables: z.int().min(0), rows: z.int().min(0) });

export type BackupHeader = z.output<typeof headerSchema>;
export type TableHead = z.output<typeof tableHeadSchema>;
export type TableTail = z.output<typeof tableTailSchema>;
export type Sequence = z.output<typeof sequencesSchema>[number];
export type Summary = z.output<typeof summarySchema>;

/** The two lines that a person may read with `head -2`. */
export function encodeHeader(header: BackupHeader): Buffer {
  return Buffer.from(`${MAGIC}${FORMAT}\n${JSON.stringify(header)}\n`);
}

/**
 * Derives a check value: equal for one root secret, different for any other, and no help in finding either.
 */
export function secretCheck(secret: string): string {
  return deriveSecret(secret, "backup-check");
}

/** Seals a file: only who holds the secret can make one that it accepts. */
export function backupHmac(secret: string) {
  return createHmac("sha256", deriveSecret(secret, "backup"));
}
