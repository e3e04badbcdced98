import { createHash, type Hash } from "node:crypto";
import { type FileHandle, link, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { listSequences } from "@/lib/platform/backup/catalogue";
import { copyOutOf, type Table } from "@/lib/platform/backup/catalogue";
import { CopyOut } from "@/lib/platform/backup/copy-out";
import {
  backupHmac,
  type BackupHeader,
  encodeHeader,
  FRAME,
  secretCheck,
  type Summary,
  type TableTail,
} from "@/lib/platform/backup/format";
import { encodeFrames } from "@/lib/platform/backup/frames";
import { BackupRefused } from "@/lib/platform/backup/refusal";
import { openSnapshot } from "@/lib/platform/backup/snapshot";
import { errorCode } from "@/lib/platform/environment/private-file";

export type BackupOptions = {
  secret: string;
  /** Amana's own version. */
  amana: string;
  now: Date;
  /** Takes the place of a file that exists. */
  force?: boolean;
};

/** `sha256` is the file's, as any other program reckons it. */
export type BackupReport = Summary & { bytes: number; sha256: string };

/**
 * Writes one consistent snapshot of the database to a file that only its owner may read, while others write. The file
 * appears under its name whole and synced, or not at all. Throws `BackupRefused`.
 */
export async function writeBackup(
  ownerUrl: string,
  path: string,
  options: BackupOptions,
): Promise<BackupReport> {
  const client = new Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    const { tables, migrations, postgres } = await openSnapshot(client);
    const { secret, amana, now } = options;
    const header = {
      madeAt: now.toISOString(),
      amana,
      postgres,
      migrations,
      secretCheck: secretCheck(secret),
    };
    return await publishWhole(path, options, (file) => fill(file, client, header, tables, secret));
  } finally {
    await client.end();
  }
}

async function fill(
  file: FileHandle,
  client: Client,
  header: BackupHeader,
  tables: Table[],
  secret: string,
): Promise<BackupReport> {
  const [hmac, hash] = [backupHmac(secret), createHash("sha256")];
  const summary: Summary = { tables: tables.length, rows: 0 };
  let bytes = 0;
  let refusal: unknown;
  const write = async (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
    await file.writeFile(chunk).catch((error: unknown) => {
      throw (refusal = error);
    });
  };
  const writeSealed = async (chunk: Buffer) => {
    hmac.update(chunk);
    await write(chunk);
  };
  await writeSealed(encodeHeader(header));
  await pipeline(
    Readable.from(contents(client, tables, summary), { objectMode: false }),
    createGzip(),
    async (zipped: AsyncIterable<Buffer>) => {
      for await (const chunk of zipped) await writeSealed(chunk);
    },
  ).catch((error: unknown) => {
    // The stream would say that it was broken off; a full disk says why.
    throw refusal ?? error;
  });
  await write(hmac.digest());
  // The file ends with the sum of what stands before it; its own sum, which `sha256sum` prints, is of all of it.
  await write(hash.copy().digest());
  return { ...summary, bytes, sha256: hash.digest("hex") };
}

async function* contents(client: Client, tables: Table[], summary: Summary): AsyncGenerator<Buffer> {
  for (const table of tables) {
    yield* encodeFrames(FRAME.table, json({ name: table.name, columns: table.columns }));
    const hash = createHash("sha256");
    const copy = new CopyOut(client, copyOutOf(table));
    let bytes = 0;
    for await (const piece of copy) {
      hash.update(piece);
      bytes += piece.length;
      yield* encodeFrames(FRAME.data, piece);
    }
    summary.rows += copy.rows;
    yield* encodeFrames(FRAME.tableEnd, json(tailOf(copy.rows, bytes, hash)));
  }
  yield* encodeFrames(FRAME.sequences, json(await listSequences(client)));
  yield* encodeFrames(FRAME.end, json(summary));
}

function tailOf(rows: number, bytes: number, hash: Hash): TableTail {
  return { rows, bytes, sha256: hash.digest("hex") };
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** Written aside and synced, then put under its name: a kill in between leaves a stray `.part`, never half a backup. */
async function publishWhole<T>(
  path: string,
  { force = false }: BackupOptions,
  write: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const aside = join(dirname(path), `${basename(path)}.${process.pid}.part`);
  const file = await open(aside, "w", 0o600);
  try {
    await file.chmod(0o600);
    const result = await write(file);
    await file.sync();
    await (force ? rename(aside, path) : link(aside, path));
    await syncFolder(dirname(path));
    return result;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    throw new BackupRefused("occupied", `${path} exists already. Choose another name, or add --force.`);
  } finally {
    await file.close();
    await rm(aside, { force: true });
  }
}

/** The name too must survive a power cut. Some systems cannot sync a folder, and need not. */
async function syncFolder(folder: string) {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
