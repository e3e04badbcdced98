import { spawn, spawnSync } from "node:child_process";
import { systemEnvironment } from "@/lib/platform/environment/env";

/** Account that runs PostgreSQL: this one, another, or one inside a user namespace. */
export type Account = {
  uid?: number;
  gid?: number;
  /** Words put before the command. */
  prefix: string[];
  /** The account that must own the files, as the system outside sees it; undefined where that means nothing. */
  fileOwner: number | undefined;
};

/** The account "nobody": PostgreSQL refuses to run as root. */
const nobody = 65534;

const direct: Account = { prefix: [], fileOwner: process.getuid?.() };
const dropped: Account = { uid: nobody, gid: nobody, prefix: [], fileOwner: nobody };
const namespaced: Account = {
  prefix: ["unshare", "-U", `--map-user=${nobody}`, `--map-group=${nobody}`, "--"],
  fileOwner: process.getuid?.(),
};

/**
 * The account that can run these binaries on this folder, or undefined when none can: as root, "nobody" needs a
 * path that all may traverse; a number without a name is refused by initdb; and a user namespace, which would help
 * with either, may be forbidden, as in most containers.
 */
export function chooseAccount(native: string, folder: string): Account | undefined {
  if (process.platform === "win32") return direct;
  const candidates = [isRoot() ? dropped : direct, namespaced];
  return candidates.find((account) => canRun(account, native, folder));
}

/** Returns whether this process is root, which PostgreSQL refuses. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function canRun(account: Account, native: string, folder: string): boolean {
  const script = 'id -un && cd "$1" && cd "$2/share" && "$2/bin/postgres" --version';
  const [command = "", ...args] = [...account.prefix, "/bin/sh", "-c", script, "sh", folder, native];
  const result = spawnSync(command, args, {
    uid: account.uid,
    gid: account.gid,
    cwd: "/",
    env: systemEnvironment(),
  });
  return result.status === 0;
}

/** Runs a command of PostgreSQL to its end and returns what it wrote. Throws, with that text, when it fails. */
export function runAs(account: Account, file: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = start(account, file, args);
    let output = "";
    const append = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", append);
    child.stderr.on("data", append);
    child.on("error", reject);
    // "exit", not "close": a server that pg_ctl leaves behind may hold the pipes open.
    child.on("exit", (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve(output);
      else reject(new Error(`${file} failed (${code ?? "killed"}):\n${output.trim()}`));
    });
  });
}

/** Detached: Ctrl-C in the terminal is for Amana, which stops its database last. */
function start(account: Account, file: string, args: string[]) {
  const [command = "", ...rest] = [...account.prefix, file, ...args];
  return spawn(command, rest, {
    uid: account.uid,
    gid: account.gid,
    cwd: process.platform === "win32" ? undefined : "/",
    env: { ...systemEnvironment(), LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    windowsHide: true,
  });
}
