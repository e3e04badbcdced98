import { createHash, timingSafeEqual } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import {
  backupHmac,
  type BackupHeader,
  FORMAT,
  headerSchema,
  HMAC_BYTES,
  MAGIC,
  secretCheck,
  SHA_BYTES,
} from "@/lib/platform/backup/format";
import { decodeFrames, type Frame } from "@/lib/platform/backup/frames";
import { BackupRefused } from "@/lib/platform/backup/refusal";
import { errorCode } from "@/lib/platform/environment/private-file";

const LONGEST_HEADER = 1 << 20;
const GUNZIP_CHUNK = 1 << 18;

/** Secret that sealed a file: this machine's, or another, which leaves unproven who made it. */
export type SealedBy = "this-secret" | "another-secret";

export type BackupFile = {
  path: string;
  bytes: number;
  header: BackupHeader;
  sealedBy: SealedBy;
  /** Its frames, from the first; may be read several times. */
  frames: () => AsyncIterable<Frame>;
};

/**
 * Opens a backup whose every byte is what was written: a bit changed anywhere, an end cut off or a byte put behind is
 * refused. Throws `BackupRefused`.
 */
export async function openBackup(path: string, secret: string): Promise<BackupFile> {
  const { size, head } = await readHead(path);
  const { header, length } = parseHead(path, head);
  const bodyEnd = size - HMAC_BYTES - SHA_BYTES;
  if (bodyEnd < length) throw damaged(path, "its end is missing");
  const sealedBy = await checkSeals(path, bodyEnd, header, secret);
  return {
    path,
    bytes: size,
    header,
    sealedBy,
    frames: () => decodeFrames(inflate(path, length, bodyEnd)),
  };
}

/** Throws faults of either side to the reader. */
function inflate(path: string, start: number, end: number): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: GUNZIP_CHUNK });
  return pipeline(createReadStream(path, { start, end: end - 1 }), gunzip, () => {});
}

/** The refusal of a file that does not hold what its maker wrote. */
export function damaged(path: string, what: string): BackupRefused {
  return new BackupRefused(
    "file",
    `${path} is damaged: ${what}. Nothing was restored; take another copy of it.`,
  );
}

async function readHead(path: string): Promise<{ size: number; head: Buffer }> {
  const file = await open(path, constants.O_RDONLY).catch((error: unknown) => {
    throw new BackupRefused("file", `${path} cannot be read (${errorCode(error) ?? String(error)}).`);
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new BackupRefused("file", `${path} is no file.`);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
    return { size: stats.size, head: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

function parseHead(path: string, head: Buffer): { header: BackupHeader; length: number } {
  if (!head.toString("latin1", 0, MAGIC.length).startsWith(MAGIC)) {
    throw new BackupRefused("file", `${path} is no backup of Amana.`);
  }
  const firstEnd = head.indexOf("\n");
  const format = Number(head.toString("latin1", MAGIC.length, firstEnd));
  if (Number.isInteger(format) && format > FORMAT) {
    throw new BackupRefused(
      "file",
      `${path} is of format ${format}, made by a newer Amana than this, which reads up to ${FORMAT}. Upgrade first.`,
    );
  }
  const length = head.indexOf("\n", firstEnd + 1) + 1;
  if (firstEnd < 0 || format !== FORMAT || length === 0) throw damaged(path, "its head cannot be read");
  const header = headerSchema.safeParse(parseJson(head.toString("utf8", firstEnd + 1, length)));
  if (!header.success) throw damaged(path, "its head cannot be read");
  return { header: header.data, length };
}

/** The sum first: it alone tells damage from a file that somebody else sealed. */
async function checkSeals(
  path: string,
  bodyEnd: number,
  header: BackupHeader,
  secret: string,
): Promise<SealedBy> {
  const [hmac, hash] = [backupHmac(secret), createHash("sha256")];
  for await (const chunk of createReadStream(path, { end: bodyEnd - 1 }) as AsyncIterable<Buffer>) {
    hmac.update(chunk);
    hash.update(chunk);
  }
  const seals: Buffer[] = [];
  for await (const chunk of createReadStream(path, { start: bodyEnd })) seals.push(chunk as Buffer);
  const given = Buffer.concat(seals);
  const givenHmac = given.subarray(0, HMAC_BYTES);
  if (!isSame(hash.update(givenHmac).digest(), given.subarray(HMAC_BYTES))) {
    throw damaged(path, "it does not match its own checksum (bytes changed, cut off or added)");
  }
  if (isSame(hmac.digest(), givenHmac)) return "this-secret";
  if (header.secretCheck !== secretCheck(secret)) return "another-secret";
  throw new BackupRefused(
    "file",
    `${path} was changed by somebody who did not have the secret. It is refused.`,
  );
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
