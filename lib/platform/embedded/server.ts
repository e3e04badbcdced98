import { readdirSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectionsFor } from "@/lib/platform/database/connections";
import { runAs } from "@/lib/platform/embedded/account";
import { isDiskFull } from "@/lib/platform/embedded/full-disk";
import type { Home } from "@/lib/platform/embedded/home";
import { probeServer } from "@/lib/platform/embedded/probe";
import { isProcessAlive } from "@/lib/platform/embedded/process-stamp";
import { lastingFailure } from "@/lib/platform/embedded/start-failure";
import { findFreePort, isPortFree, type Settings } from "@/lib/platform/embedded/settings";
import { ConfigurationError, env } from "@/lib/platform/environment/env";

/**
 * Makes the server of a cluster answer and returns the settings it answers to: the port changes when another
 * program has taken the remembered one. A server left behind by a killed process is used, not started again.
 */
export async function ensureServer(home: Home, settings: Settings, durable: boolean): Promise<Settings> {
  const deadline = Date.now() + 60_000;
  for (let current = settings; ;) {
    const state = await probeServer(current);
    if (state === "ours") return current;
    if (state === "absent") {
      if (!(await isPortFree(current.port))) current = { ...current, port: await findFreePort() };
      const failure = await tryStart(home, current.port, durable);
      if (failure && Date.now() > deadline) throw failure;
    } else if (state === "foreign") {
      current = { ...current, port: await findFreePort() };
    } else if (Date.now() > deadline) {
      throw new ConfigurationError(
        `PostgreSQL in ${home.cluster} has not become ready within a minute; its folder "log" says why.\n` +
          `End its process ${postmasterPid(home.cluster) ?? ""}, then start Amana again: nothing that was saved is lost.`,
      );
    }
    await sleep(100);
  }
}

/**
 * Stops the server, waiting for its last checkpoint; nothing happens when it does not run. One that found no room for
 * its log never ends in order: it is ended at once, and recovers at its next start.
 */
export async function stopServer(home: Home) {
  if (!isServerAlive(home.cluster)) return;
  const patience = isDiskFull(home.cluster) ? 5 : 60;
  const stop = (mode: "fast" | "immediate") =>
    control(home, ["stop", `--mode=${mode}`, "--wait", `--timeout=${patience}`]);
  await stop("fast").catch(() => stop("immediate"));
}

/** Ends the server at once, without a checkpoint. */
export function killServer(cluster: string) {
  const pid = postmasterPid(cluster);
  if (pid !== undefined && isServerAlive(cluster)) process.kill(pid, "SIGQUIT");
}

/** Returns whether the process named in postmaster.pid exists; it may not answer yet. */
export function isServerAlive(cluster: string): boolean {
  const pid = postmasterPid(cluster);
  return pid !== undefined && isProcessAlive(pid) && isPostgres(pid);
}

/**
 * Returns the failure of a start that may succeed a moment later: after a kill, backends of the dead server are still
 * going. Throws one that lasts.
 */
async function tryStart(home: Home, port: number, durable: boolean): Promise<Error | undefined> {
  discardMisleadingPid(home.cluster);
  const written = statSync(startLog(home), { throwIfNoEntry: false })?.size ?? 0;
  try {
    const options = serverOptions(port, durable).join(" ");
    await control(home, [
      "start",
      "--wait",
      "--timeout=60",
      `--log=${startLog(home)}`,
      `--options=${options}`,
    ]);
    return undefined;
  } catch (cause) {
    const output = readFrom(startLog(home), written);
    const lasting = lastingFailure({ cluster: home.cluster, output, cause });
    if (lasting) throw lasting;
    return new Error(`PostgreSQL does not start.\n${lastLines(output)}`, { cause });
  }
}

function control(home: Home, args: string[]): Promise<string> {
  return runAs(home.account, join(home.native, "bin", "pg_ctl"), [...args, `--pgdata=${home.cluster}`]);
}

/** Loopback only; statements are kept out of the log, because they may hold personal data. */
function serverOptions(port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: String(connectionsFor(env().WEB_WORKERS)),
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_error_statement: "panic",
    logging_collector: "on",
    log_filename: "postgresql-%a.log",
    log_truncate_on_rotation: "on",
    log_rotation_age: "1d",
    jit: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return ["-p", String(port), ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)];
}

/**
 * After a restart of the machine the number in postmaster.pid may belong to an unrelated program, and in a container
 * without an init to a zombie: PostgreSQL would refuse to start for fear of either. The file also guards against
 * backends that outlived their server, so it goes only when there are none.
 */
function discardMisleadingPid(cluster: string) {
  const pid = postmasterPid(cluster);
  if (pid === undefined || isServerAlive(cluster) || hasBackends(cluster)) return;
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Every process of a server works in the folder of its cluster. Unknown outside Linux: "perhaps". */
function hasBackends(cluster: string): boolean {
  if (process.platform !== "linux") return true;
  return readdirSync("/proc").some((name) => /^\d+$/.test(name) && workingFolder(name) === cluster);
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function postmasterPid(cluster: string): number | undefined {
  try {
    return Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

/** Assumes PostgreSQL where the system does not report a program's name, which is the careful answer. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
  } catch {
    return true;
  }
}

function startLog(home: Home): string {
  return join(home.cluster, "start.log");
}

/** Reads what was added to a log after its first bytes, "" where there is none. */
function readFrom(path: string, bytes: number): string {
  try {
    return readFileSync(path).subarray(bytes).toString("utf8").trim();
  } catch {
    return "";
  }
}

function lastLines(text: string): string {
  return text === "" ? "(it wrote no log)" : text.split("\n").slice(-12).join("\n");
}
