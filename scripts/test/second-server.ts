import { chmodSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseAccount } from "@/lib/platform/embedded/account";
import { ensureCluster } from "@/lib/platform/embedded/cluster";
import { discardData } from "@/lib/platform/embedded/discard-data";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { ensureOwner } from "@/lib/platform/embedded/owner";
import { ensureServer, stopServer } from "@/lib/platform/embedded/server";
import { ownerUrl, readSettings } from "@/lib/platform/embedded/settings";
import { findDebianPostgres, type InstalledPostgres } from "./debian-postgres";

/** A server that is not the embedded one, for one run: an ordinary owner's database on it, and how to be rid of it. */
export type SecondServer = { name: string; ownerUrl: string; discard: () => Promise<void> };

/** Debian's PostgreSQL where it is installed, else the embedded binaries on another folder and port. */
export async function openSecondServer(): Promise<SecondServer> {
  const installed = findDebianPostgres();
  if (installed) return openDebianServer(installed);
  const folder = throwawayFolder();
  const { ownerUrl, release } = await openDatabase(folder, { durable: false });
  const discard = async () => {
    await release();
    await discardData(folder);
  };
  return { name: "the embedded PostgreSQL, elsewhere", ownerUrl, discard };
}

/** A cluster of its own in a throwaway folder; Debian's service and its data are left alone. */
export async function openDebianServer(installed: InstalledPostgres): Promise<SecondServer> {
  const folder = throwawayFolder();
  const native = linkPrograms(folder, installed);
  const account = chooseAccount(native, folder);
  if (!account) throw new Error(`No account can run ${installed.bin} on ${folder}.`);
  const home = { native, cluster: join(folder, "postgres"), account };
  const remembered = await readSettings(folder, home.cluster);
  // The builtin provider of locales came with PostgreSQL 17.
  await ensureCluster(home, remembered, false, ["--locale=C.UTF-8"]);
  const settings = await ensureServer(home, remembered, false);
  await ensureOwner(settings);
  const discard = async () => {
    await stopServer(home);
    await discardData(folder);
  };
  return { name: `Debian's PostgreSQL ${installed.major}`, ownerUrl: ownerUrl(settings), discard };
}

/** The launcher wants programs and files in one folder; Debian keeps them apart. */
function linkPrograms(folder: string, { bin, share }: InstalledPostgres): string {
  const native = join(folder, "native");
  mkdirSync(native);
  symlinkSync(bin, join(native, "bin"));
  symlinkSync(share, join(native, "share"));
  return native;
}

function throwawayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "amana-second-"));
  chmodSync(folder, 0o711);
  return folder;
}
