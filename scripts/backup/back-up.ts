import { join } from "node:path";
import manifest from "@/package.json" with { type: "json" };
import { openBackup } from "@/lib/platform/backup/backup-file";
import { readTables } from "@/lib/platform/backup/read-tables";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import { env, rootSecret } from "@/lib/platform/environment/env";
import { readArguments } from "./arguments";
import { inWords } from "./in-words";
import { withDatabase } from "./with-database";

const USAGE = "npm run backup -- FILE [--force]\n  --force   takes the place of a FILE that exists";

/** Saves everything to one file while Amana runs, reads that file again, and says what it holds. */
export async function backUp() {
  const { path, options } = readArguments(USAGE, ["force"]);
  const secret = rootSecret();
  const how = { secret, amana: manifest.version, now: new Date(), force: options.force };
  const made = await withDatabase((ownerUrl) =>
    inWords(() => writeBackup(ownerUrl, path, how), "No backup was made."),
  );
  await readTables(await openBackup(path, secret));
  const megabytes = (made.bytes / 1e6).toFixed(1);
  console.log(`${path}: ${made.rows} rows of ${made.tables} tables, ${megabytes} MB, read again and whole.`);
  console.log(`SHA-256 ${made.sha256}`);
  console.log(
    `The secret is not in it. Keep ${describeSecretPlace()} elsewhere: nothing sealed opens without it.`,
  );
}

function describeSecretPlace(): string {
  return env().AMANA_SECRET ? "AMANA_SECRET" : join(env().AMANA_DATA_DIR, "secret");
}
