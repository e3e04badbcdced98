import { type ChildProcess, spawn } from "node:child_process";

const running = new Set<ChildProcess>();
const stopped = new WeakSet<ChildProcess>();

/** Asks every program that runs on our behalf to end; what a quiet one wrote until then is not shown. */
export function stopChildren() {
  for (const child of running) {
    stopped.add(child);
    child.kill("SIGTERM");
  }
}

export type RunOptions = {
  env?: NodeJS.ProcessEnv;
  /** Keeps the output back unless the command fails. */
  quiet?: boolean;
  /** Receives what a quiet command writes on its standard output, as it comes. */
  onOutput?: (text: string) => void;
  /** Puts into words what a quiet command that failed wrote; its output is shown only where there are none. */
  explain?: (output: string) => Error | undefined;
};

/** Runs a Node program to its end. Throws when it fails; its output has been shown by then. */
export async function runNode(args: string[], options: RunOptions = {}) {
  const code = await exitCodeOf(args, options);
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}.`);
}

/**
 * Runs a Node program to its end and returns its exit code; a signal counts as 1. Throws where it failed for a reason
 * that `explain` puts into words.
 */
export async function exitCodeOf(args: string[], options: RunOptions = {}): Promise<number> {
  const { env, quiet = false, onOutput, explain } = options;
  const stdio = quiet ? "pipe" : "inherit";
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", stdio, stdio] });
  const stored: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => {
    stored.push(chunk);
    onOutput?.(chunk.toString());
  });
  child.stderr?.on("data", (chunk: Buffer) => stored.push(chunk));
  const code = await waitForExit(child);
  if (code === 0 || stopped.has(child)) return code;
  const output = Buffer.concat(stored);
  const reason = explain?.(output.toString());
  if (reason) throw reason;
  process.stderr.write(output);
  return code;
}

/** The exit code of a child, 1 when a signal ended it. */
export function waitForExit(child: ChildProcess): Promise<number> {
  running.add(child);
  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  }).finally(() => running.delete(child));
}
