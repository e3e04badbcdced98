import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { projectRoot } from "@/scripts/start/build";
import { required } from "@/lib/domain/invariant/required";
import { compileChildren } from "@/scripts/start/compile-children";
import { WEB_WORKER } from "./child";
import { cpuSeconds, family } from "./memory";

const run = promisify(execFile);
const TURNS = 3;
const CHILD = "bench/import-child.ts";
const HOLDER = "bench/hold-database.ts";
/** An older tree is measured by today's programs. */
const PROGRAMS = [HOLDER, CHILD, "bench/import-steps.ts"];

/**
 * Processor seconds of one import, from the file's arrival to the end of its commit: of the process that serves it and of
 * the child that plans, and apart from them of PostgreSQL.
 */
export type ImportCost = { node: number; database: number };

type Held = { tree: Tree; holder: ChildProcess; environment: Record<string, string> };
type Tree = { name: string; folder: string; data: string };

/**
 * Processor time of the same import by this tree and by an older commit, in turns, each with a database of its own: what
 * else the machine does meets both. Starting the process and making its organisation are not counted. Without a commit,
 * this tree alone.
 */
export async function measureImports(
  commit: string | null,
  report: (what: string, cost: ImportCost) => void,
): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "amana-bench-"));
  const trees: Tree[] = [{ name: "now", folder: projectRoot, data: join(scratch, "now-data") }];
  try {
    await compileChildren(projectRoot);
    if (commit) trees.push(await checkOut(commit, scratch));
    const databases: Held[] = [];
    try {
      for (const tree of trees) databases.push(await occupyDatabase(tree));
      // The first import of a database warms its caches and those of the compiler.
      for (const database of databases) await importOnce(database);
      for (let turn = 1; turn <= TURNS; turn += 1)
        for (const database of databases)
          report(`import of 10000 rows, ${database.tree.name}, turn ${turn}`, await importOnce(database));
    } finally {
      for (const { holder } of databases) {
        holder.kill("SIGTERM");
        await once(holder, "exit");
      }
    }
  } finally {
    // Forced, because the build leaves files that git does not know in this throw-away tree.
    if (commit)
      await run("git", ["worktree", "remove", "--force", join(scratch, "tree")], { cwd: projectRoot });
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The older tree uses the packages of this one. */
async function checkOut(commit: string, scratch: string): Promise<Tree> {
  const folder = join(scratch, "tree");
  await run("git", ["worktree", "add", "--detach", folder, commit], { cwd: projectRoot });
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  for (const program of PROGRAMS) copyFileSync(join(projectRoot, program), join(folder, program));
  await run(process.execPath, ["--import", "tsx", "scripts/generate.ts"], { cwd: folder });
  return { name: commit, folder, data: join(scratch, "before-data") };
}

async function occupyDatabase(tree: Tree): Promise<Held> {
  const holder = start(tree, HOLDER, {});
  for await (const line of createInterface({ input: required(holder.stdout, "output of the holder") }))
    return { tree, holder, environment: JSON.parse(line) as Held["environment"] };
  throw new Error(`The database of ${tree.name} did not start.`);
}

async function importOnce({ tree, environment }: Held): Promise<ImportCost> {
  const child = start(tree, CHILD, environment, WEB_WORKER);
  const exit = once(child, "exit") as Promise<[number | null]>;
  const read = (): ImportCost => ({
    node: cpuSeconds(family(required(child.pid, "pid of the child"))),
    database: databaseSeconds(tree),
  });
  const measurements: ImportCost[] = [];
  for await (const line of createInterface({ input: required(child.stdout, "output of the child") }))
    if (line === "begins" || line === "ended") measurements.push(read());
  const [code] = await exit;
  const [before, after] = measurements;
  if (code !== 0 || !before || !after) throw new Error(`The import of ${tree.name} ended with ${code}.`);
  return { node: after.node - before.node, database: after.database - before.database };
}

/** Backends that have ended are counted by the postmaster, their parent. */
function databaseSeconds({ data }: Tree): number {
  const postmaster = readFileSync(join(data, "postgres/postmaster.pid"), "utf8");
  return cpuSeconds(family(Number.parseInt(postmaster, 10), { isDatabase: true }));
}

function start(
  { folder, data }: Tree,
  script: string,
  environment: Held["environment"],
  flags: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...flags, "--import", "tsx", script], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment, AMANA_DATA_DIR: data, NODE_ENV: "production" },
  });
}
