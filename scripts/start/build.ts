import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { withFileLock } from "@/lib/platform/embedded/file-lock";
import { childEnvironment } from "@/lib/platform/environment/env";
import { BUILD, CLIENT, isFresh, makeStamped } from "./build-stamp";
import { explainBuildFault } from "./build-fault";
import { runNode } from "./child";
import { compileChildren } from "./compile-children";
import { generateClient } from "./generate-client";
import type { Note } from "./progress";
import { shrinkChunks } from "./shrink-chunks";

/** The folder of the project, whatever the current one is. */
export const projectRoot = join(import.meta.dirname, "../..");

/**
 * Builds when the build is not of these sources. Of two starts at once, one builds and the other waits for it. `note`
 * receives what is being done.
 */
export async function buildIfStale(note: Note = console.log) {
  if (isFresh(projectRoot, BUILD)) return note("already built");
  await withBuildLock(async () => {
    if (!isFresh(projectRoot, BUILD)) await buildNow(note);
  }, note);
}

/** Builds whatever the stamp says. */
export async function build() {
  await withBuildLock(() => buildNow(console.log));
}

/**
 * Makes the Prisma client when there is none of this schema. Whatever starts beside a living Amana writes nothing that
 * another is reading, and of two at once one makes it.
 */
export async function generateIfStale() {
  if (isFresh(projectRoot, CLIENT)) return;
  await withBuildLock(async () => {
    if (!isFresh(projectRoot, CLIENT)) await generateNow();
  });
}

/** Makes the client whatever the stamp says. */
export async function generate() {
  await withBuildLock(generateNow);
}

async function buildNow(note: Note) {
  await makeStamped(projectRoot, BUILD, async () => {
    note("generating the database client");
    await generateNow();
    note("compiling");
    await runNode([nextCommand(), "build", projectRoot], {
      env: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
      quiet: true,
      onOutput: noteOfPhases(note),
      explain: (output) => explainBuildFault(projectRoot, undefined, output),
    });
    shrinkChunks(join(projectRoot, ".next/server/chunks"));
    await compileChildren(projectRoot);
    note("built");
  });
}

/** Pairs a line that Next writes at the beginning of a phase with our words for that phase. */
const PHASES: readonly (readonly [string, string])[] = [
  ["Collecting page data", "checking each page"],
  ["Generating static pages", "writing pages that never change"],
  ["Finalizing page optimization", "finishing"],
];

/** Reads Next's output and notes each phase once. */
function noteOfPhases(note: Note): (text: string) => void {
  const waiting = [...PHASES];
  return (text) => {
    while (waiting[0] && text.includes(waiting[0][0])) {
      note(waiting[0][1]);
      waiting.shift();
    }
  };
}

function generateNow() {
  return makeStamped(projectRoot, CLIENT, generateClient);
}

/** The path of Next's own command. */
export function nextCommand(): string {
  return createRequire(import.meta.url).resolve("next/dist/bin/next");
}

/**
 * Locks outside `.next`, which a build may empty. Throws `ConfigurationError` where the folder cannot be written, before
 * or during the work.
 */
export async function withBuildLock(
  work: () => Promise<void>,
  note: Note = console.log,
  root = projectRoot,
): Promise<void> {
  try {
    const folder = join(root, "node_modules", ".cache");
    mkdirSync(folder, { recursive: true });
    await withFileLock(join(folder, "amana-build.lock"), work, {
      patience: 900_000,
      onWait: (holder) => note(`another build is running (process ${holder}); waiting for it`),
    });
  } catch (error) {
    throw explainBuildFault(root, error) ?? error;
  }
}
