import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { runAs } from "@/lib/platform/embedded/account";
import { fullDiskError, reportsFullDisk } from "@/lib/platform/embedded/full-disk";
import type { Home } from "@/lib/platform/embedded/home";
import type { Settings } from "@/lib/platform/embedded/settings";
import { ConfigurationError } from "@/lib/platform/environment/env";

const BUILTIN_LOCALE = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/**
 * Makes the cluster of a data folder if there is none. It is made aside and renamed, so a kill in the middle leaves
 * nothing that looks like a cluster. Sorting and case follow the builtin C.UTF-8, alike on every system, unless a test
 * of an older server says otherwise.
 */
export async function ensureCluster(
  home: Home,
  settings: Settings,
  durable: boolean,
  locale: string[] = BUILTIN_LOCALE,
) {
  if (existsSync(home.cluster)) return chownToAccount(home);
  const aside = `${home.cluster}.new`;
  const passwordFile = `${home.cluster}.password`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(passwordFile, settings.superuserPassword, { mode: 0o600 });
  try {
    if (home.account.fileOwner !== undefined) {
      for (const path of [aside, passwordFile]) chownSync(path, home.account.fileOwner, groupOf(home));
    }
    await runAs(
      home.account,
      join(home.native, "bin", "initdb"),
      initArguments(aside, passwordFile, durable, locale),
    );
    renameSync(aside, home.cluster);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw reportsFullDisk(String(error)) ? fullDiskError(aside, error) : error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initArguments(folder: string, passwordFile: string, durable: boolean, locale: string[]): string[] {
  return [
    `--pgdata=${folder}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    ...locale,
    ...(durable ? [] : ["--no-sync"]),
  ];
}

/** The account may differ from last time (root after a user, or a folder made traversable since). */
function chownToAccount(home: Home) {
  const wanted = home.account.fileOwner;
  const actual = statSync(home.cluster).uid;
  if (wanted === undefined || wanted === actual) return;
  if (process.getuid?.() !== 0) {
    throw new ConfigurationError(
      `${home.cluster} belongs to another account (number ${actual}). Start Amana as that account, or as root.`,
    );
  }
  chownTree(home.cluster, wanted, groupOf(home));
}

function chownTree(path: string, uid: number, gid: number) {
  lchownSync(path, uid, gid);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid);
}

function groupOf({ account }: Home): number {
  return account.gid ?? process.getgid?.() ?? 0;
}
