import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/platform/environment/env";
import { processLimits, wallLimit } from "./process-limits";

/** Programs of child processes, which a build compiles. */
export const CHILD_PROGRAMS = [
  "lib/features/import/read/plan-child.ts",
  "lib/features/register-import/read/read-child.ts",
  "lib/platform/parser/file-child.ts",
  "lib/platform/parser/mail-child.ts",
  "lib/platform/parser/email-child.ts",
  "lib/platform/parser/signature-child.ts",
  "lib/platform/parser/feed-child.ts",
] as const;

type ChildProgram = (typeof CHILD_PROGRAMS)[number];

/** Folder of the compiled programs within the project. */
export const COMPILED_CHILDREN = ".next/children";

/** Limits of heap and of processor time, beyond which a child process is stopped. */
export type ChildLimits = { megabytes: number; seconds: number };

type ChildOptions = {
  /** Variables for a child that reads the database. */
  environment?: Record<string, string>;
  /** Ends the child, also while it waits for its turn. */
  signal?: AbortSignal;
};

const lastTurns = new Map<ChildProgram, Promise<unknown>>();

/**
 * Runs a program of ours on an input in a process of its own and yields its lines: its memory is not the
 * server's. Reading is as fast as the lines are consumed, one child of a program at a time. Throws where it died.
 */
export async function* childLines(
  program: ChildProgram,
  input: Readable,
  limits: ChildLimits,
  { environment = {}, signal }: ChildOptions = {},
): AsyncGenerator<string> {
  const before = lastTurns.get(program);
  let end = (): void => undefined;
  lastTurns.set(program, new Promise<void>((resolve) => (end = resolve)));
  await before;
  if (signal?.aborted) {
    end();
    throw new Error(`${program} was stopped before it began.`);
  }
  // The bundler must not move the child: it is run by Node, from the folder that Amana was started in.
  const root = /* turbopackIgnore: true */ process.cwd();
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.megabytes}`,
      ...processLimits(root, { seconds: limits.seconds }),
      ...programArguments(root, program),
    ],
    {
      stdio: ["pipe", "pipe", "ignore"],
      timeout: wallLimit(limits.seconds),
      killSignal: "SIGKILL",
      // Passes no other variable: the child needs none.
      env: { ...environment, NODE_ENV: "production", TZ: "UTC" },
      ...(signal && { signal }),
    },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // Errors reach the reader of the lines first.
  ended.catch(() => undefined);
  // A child that dies before it has read everything closes the pipe; its exit says why.
  const fed = pipeline(input, child.stdin).catch(() => undefined);
  try {
    yield* linesOf(child.stdout);
    await fed;
    const code = await ended;
    if (code !== 0) throw new Error(`${program} ended with ${code ?? "a signal"}.`);
  } finally {
    child.kill("SIGKILL");
    end();
  }
}

/** Compiling a program as it starts takes a second of processor: a built Amana and the tests have compiled it before. */
function programArguments(root: string, program: ChildProgram): string[] {
  const { NODE_ENV, TEST_CHILDREN } = env();
  const built = NODE_ENV === "production" ? join(/* turbopackIgnore: true */ root, COMPILED_CHILDREN) : "";
  const compiled = join(built || TEST_CHILDREN, program.replace(/\.ts$/, ".mjs"));
  return (built || TEST_CHILDREN) && existsSync(/* turbopackIgnore: true */ compiled)
    ? [compiled]
    : ["--import", "tsx", join(/* turbopackIgnore: true */ root, program)];
}

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding("utf8");
  let rest = "";
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
