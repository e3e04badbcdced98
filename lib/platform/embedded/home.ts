import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Account, chooseAccount, isRoot } from "@/lib/platform/embedded/account";
import { copyBinaries } from "@/lib/platform/embedded/binaries";
import { findSettings } from "@/lib/platform/embedded/settings";
import { ConfigurationError } from "@/lib/platform/environment/env";

/** Folders of the binaries and the cluster, and the account of the server. */
export type Home = { native: string; cluster: string; account: Account };

/** Folder for files that "nobody" must reach, where root's data folder is closed to it. */
const commonFolder = "/var/lib/amana";

/** Settles where the server of a data folder lives, and makes that folder. A cluster that exists is never moved. */
export function resolveHome(dataDir: string, native: string): Home {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const cluster = findSettings(dataDir)?.cluster ?? join(realpathSync(dataDir), "postgres");
  const beside = chooseAccount(native, existsSync(join(cluster, "..")) ? join(cluster, "..") : dataDir);
  if (beside) return { native, cluster, account: beside };
  if (!isRoot()) {
    throw new ConfigurationError(
      `The embedded PostgreSQL does not run for this account (number ${process.getuid?.()}): it needs a name in\n` +
        "/etc/passwd, and to run what npm installed. Start Amana as another user, or set DATABASE_URL.",
    );
  }
  return resolveCommonHome(dataDir, native, cluster);
}

function resolveCommonHome(dataDir: string, native: string, wanted: string): Home {
  const folder = join(
    commonFolder,
    createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 16),
  );
  if (existsSync(wanted) && !wanted.startsWith(commonFolder)) {
    throw new ConfigurationError(
      `PostgreSQL does not run as root, and no other account can reach ${wanted}.\n` +
        `Let all traverse the folders above it (chmod o+x), or start Amana as an ordinary user.`,
    );
  }
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chmodSync(commonFolder, 0o755);
  const copy = join(commonFolder, `postgres-${versionOf(native)}`);
  copyBinaries(native, copy);
  const account = chooseAccount(copy, folder);
  if (account) return { native: copy, cluster: join(folder, "postgres"), account };
  throw new ConfigurationError(
    "PostgreSQL does not run as root, and this system lets root become no other account.\n" +
      "Start Amana as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or later.",
  );
}

/** Names a copy after the package it came from, so that an upgrade makes a new one. */
function versionOf(native: string): string {
  return z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"))).version;
}
