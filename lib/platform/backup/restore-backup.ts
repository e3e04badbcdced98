import { createHash } from "node:crypto";
import { Client, DatabaseError, escapeIdentifier } from "pg";
import { type BackupFile, damaged } from "@/lib/platform/backup/backup-file";
import { withBareTables } from "@/lib/platform/backup/bare-tables";
import { copyInto, copyOutOf, listTables, ONE_SPELLING, type Table } from "@/lib/platform/backup/catalogue";
import { copyIn } from "@/lib/platform/backup/copy-in";
import { CopyOut } from "@/lib/platform/backup/copy-out";
import type { Sequence } from "@/lib/platform/backup/format";
import { knownMigrations } from "@/lib/platform/backup/known-migrations";
import { type Contents, readTables } from "@/lib/platform/backup/read-tables";
import { BackupRefused } from "@/lib/platform/backup/refusal";
import { refuseNonEmpty, refuseRows } from "@/lib/platform/backup/vacancy";
import { type ChainReport, verifyChains } from "@/lib/platform/journal/verify-chains";
import { migrate } from "@/lib/platform/migrate/migrate";
import { projectSources } from "@/lib/platform/migrate/read-migrations";

export type RestoreOptions = {
  secret: string;
  now: Date;
  /** Restores a journal that was broken when it was saved. */
  brokenJournal?: boolean;
};

export type RestoreReport = Contents["summary"] & {
  chains: ChainReport[];
  /** Open sessions of the backup, ended: one that was revoked after it must not come back to life. */
  sessionsEnded: number;
  /** Letters that were waiting when the backup was made; they may have left since. */
  lettersWaiting: number;
  /** Migrations that this Amana has and the backup had not, applied afterwards. */
  upgraded: string[];
};

/**
 * Puts a backup into an empty database: makes its tables by its own migrations, loads it in one transaction, reads
 * every table back against its sum and the journal from its first entry, and only then keeps it. Afterwards it
 * brings the database up to this Amana. Throws `BackupRefused`, having kept nothing.
 */
export async function restoreBackup(
  ownerUrl: string,
  file: BackupFile,
  options: RestoreOptions,
  sources = projectSources,
): Promise<RestoreReport> {
  const { secret } = options;
  const only = knownMigrations(file.header, sources.migrations);
  await readTables(file);
  const client = new Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await refuseNonEmpty(client, only, sources.migrations);
    await migrate(ownerUrl, { secret }, { ...sources, only });
    const loaded = await loadAll(client, file, options);
    const upgraded = await migrate(ownerUrl, { secret }, sources);
    await client.query("ANALYZE");
    return { ...loaded, upgraded };
  } finally {
    await client.end();
  }
}

async function loadAll(client: Client, file: BackupFile, { now, brokenJournal = false }: RestoreOptions) {
  await client.query("BEGIN");
  await client.query(ONE_SPELLING);
  const tables = await listTables(client);
  let contents: Contents | undefined;
  await withBareTables(client, tables, async () => {
    await refuseRows(client);
    const names = tables.map(({ name }) => `public.${escapeIdentifier(name)}`);
    await client.query(`TRUNCATE ${names.join(", ")}`);
    contents = await readTables(file, (head, bytes) => loadTable(client, file, tables, head, bytes));
    await setSequences(client, contents.sequences);
    await readBack(client, file, tables, contents);
  });
  if (!contents) throw new Error("Nothing was loaded.");
  const chains = await verifyJournal(client, file, brokenJournal);
  const sessionsEnded = await countOf(
    client,
    "UPDATE session SET revoked_at = $1 WHERE revoked_at IS NULL AND expires_at > $1",
    [now],
  );
  await client.query("COMMIT");
  return { ...contents.summary, chains, sessionsEnded, lettersWaiting: await countLetters(client) };
}

async function loadTable(
  client: Client,
  file: BackupFile,
  tables: Table[],
  head: { name: string; columns: string[] },
  bytes: AsyncIterable<Buffer>,
): Promise<number> {
  if (!tables.some(({ name }) => name === head.name)) {
    throw damaged(file.path, `its migrations make no table ${head.name}`);
  }
  try {
    return await copyIn(client, copyInto(head), bytes);
  } catch (error) {
    if (!(error instanceof DatabaseError) || !/^2[23]/.test(error.code ?? "")) throw error;
    throw damaged(file.path, `the database refuses table ${head.name} (${error.message})`);
  }
}

/** Compares what the tables return with the file, byte for byte. */
async function readBack(client: Client, file: BackupFile, tables: Table[], contents: Contents) {
  for (const saved of contents.tables) {
    const key = tables.find(({ name }) => name === saved.name)?.key ?? [];
    const hash = createHash("sha256");
    for await (const chunk of new CopyOut(client, copyOutOf({ ...saved, key }))) hash.update(chunk);
    if (hash.digest("hex") !== saved.sha256) {
      throw damaged(file.path, `table ${saved.name} does not read back as it was saved`);
    }
  }
}

async function setSequences(client: Client, sequences: Sequence[]) {
  for (const { name, last, isCalled } of sequences) {
    await client.query("SELECT setval(format('public.%I', $1::text)::regclass, $2, $3)", [
      name,
      last,
      isCalled,
    ]);
  }
}

/** A journal that was broken when it was saved is refused, unless somebody who has no other backup says otherwise. */
async function verifyJournal(client: Client, file: BackupFile, accept: boolean): Promise<ChainReport[]> {
  const chains: ChainReport[] = [];
  for await (const chain of verifyChains(client)) chains.push(chain);
  const broken = chains.find(({ fault }) => fault);
  if (!broken || accept) return chains;
  throw new BackupRefused(
    "file",
    `The journal in ${file.path} was broken already when it was saved: ${broken.name}, ${broken.fault?.kind} at ` +
      `entry ${broken.fault?.seq}.\nNothing was restored. Take an earlier backup or, if there is none, add ` +
      "--broken-journal.",
  );
}

/** Counts as the owner, whom row-level security binds again. */
async function countLetters(client: Client): Promise<number> {
  await client.query("BEGIN READ ONLY");
  await client.query("SELECT set_config('app.backup', 'on', true)");
  const count = await countOf(client, "SELECT FROM outbox_mail WHERE state IN ('queued', 'sending')");
  await client.query("COMMIT");
  return count;
}

async function countOf(client: Client, sql: string, values: unknown[] = []): Promise<number> {
  return (await client.query(sql, values)).rowCount ?? 0;
}
