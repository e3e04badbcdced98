import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BackupFile, openBackup } from "@/lib/platform/backup/backup-file";
import { knownMigrations } from "@/lib/platform/backup/known-migrations";
import { readTables } from "@/lib/platform/backup/read-tables";
import { BackupRefused } from "@/lib/platform/backup/refusal";
import { restoreBackup, type RestoreReport } from "@/lib/platform/backup/restore-backup";
import { env, rootSecret } from "@/lib/platform/environment/env";
import { projectSources } from "@/lib/platform/migrate/read-migrations";
import { readArguments } from "./arguments";
import { inWords } from "./in-words";
import { withDatabase } from "./with-database";

const USAGE = `npm run restore -- FILE [--check] [--other-secret] [--broken-journal]
  --check           reads the whole file and restores nothing
  --other-secret    restores a backup made under another secret, whose sealed parts stay shut
  --broken-journal  restores a journal that was broken when it was saved`;

/** Puts a backup into an empty database, or only checks it, and says what was done. */
export async function restore() {
  const { path, options } = readArguments(USAGE, ["check", "other-secret", "broken-journal"]);
  const hadSecret = env().AMANA_SECRET !== undefined || existsSync(secretPath());
  // Checking a file needs no secret on any machine, so none is created.
  const secret = options.check && !hadSecret ? "" : rootSecret();
  const file = await openBackup(path, secret);
  if (options.check) return check(file);
  if (file.sealedBy === "another-secret" && !options["other-secret"]) throw otherSecret(hadSecret);
  const how = { secret, now: new Date(), brokenJournal: options["broken-journal"] };
  const report = await withDatabase((ownerUrl) =>
    inWords(() => restoreBackup(ownerUrl, file, how), "Nothing was restored."),
  );
  printReport(file, report);
}

async function check(file: BackupFile) {
  knownMigrations(file.header, projectSources.migrations);
  const { summary } = await readTables(file);
  console.log(`${describe(file)}: whole, ${summary.rows} rows of ${summary.tables} tables.`);
  if (file.sealedBy === "another-secret") {
    console.log("It was not made under the secret of this place: who made it cannot be proven here.");
  }
}

function printReport(file: BackupFile, { rows, tables, chains, ...done }: RestoreReport) {
  console.log(
    `${describe(file)}: restored, ${rows} rows of ${tables} tables, each read back as it was saved.`,
  );
  for (const { name, seq, h, fault } of chains) {
    console.log(
      fault
        ? `Journal of ${name}: BROKEN (${fault.kind} at entry ${fault.seq})`
        : `Journal of ${name}: whole, ${seq} entries, head ${h.toString("hex")}`,
    );
  }
  if (done.upgraded.length > 0) console.log(`Brought up to this version: ${done.upgraded.join(", ")}.`);
  if (done.sessionsEnded > 0)
    console.log(`${done.sessionsEnded} sessions were ended: everybody signs in again.`);
  if (done.lettersWaiting > 0) {
    console.log(
      `${done.lettersWaiting} letters were waiting and will leave; some may have left after the backup.`,
    );
  }
  console.log("What was done after the backup was made is not in it.");
}

function describe({ path, header }: BackupFile): string {
  return `${path} (Amana ${header.amana}, ${header.madeAt})`;
}

function otherSecret(hadSecret: boolean): BackupRefused {
  const place = env().AMANA_SECRET || env().DATABASE_URL ? "in AMANA_SECRET" : `in ${secretPath()}`;
  return new BackupRefused(
    "file",
    `The backup was made under another secret than ${hadSecret ? "the one" : "the new one"} ${place}.\n` +
      "Put the secret you kept there, then restore. Without it second factors and waiting letters cannot be\n" +
      "opened, nor can it be proven who made the file: if it is lost, add --other-secret.",
  );
}

function secretPath(): string {
  return join(env().AMANA_DATA_DIR, "secret");
}
