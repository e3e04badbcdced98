import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { projectRoot } from "@/scripts/start/build";
import { watchWork, type Peak } from "./memory";

const run = promisify(execFile);
const TURNS = 3;
const CHILD = "bench/import-child.ts";
const HOLDER = "bench/hold-database.ts";

type Held = { tree: Tree; holder: ChildProcess; environment: Record<string, string> };
type Tree = { name: string; folder: string; data: string };

/**
 * Processor time of the same import by this tree and by an older commit, in turns, each with a database of its own: what
 * else the machine does meets both. Without a commit, this tree alone.
 */
export async function measureImports(
  commit: string | null,
  tell: (what: string, peak: Peak) => void,
): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "amana-bench-"));
  const trees: Tree[] = [{ name: "now", folder: projectRoot, data: join(scratch, "now-data") }];
  try {
    if (commit) trees.push(await checkOut(commit, scratch));
    const databases: Held[] = [];
    try {
      for (const tree of trees) databases.push(await holdDatabase(tree));
      // The first import of a database warms its caches and those of the compiler.
      for (const database of databases) await importOnce(database);
      for (let turn = 1; turn <= TURNS; turn += 1)
        for (const database of databases)
          tell(`import of 10000 rows, ${database.tree.name}, turn ${turn}`, await importOnce(database));
    } finally {
      for (const { holder } of databases) {
        holder.kill("SIGTERM");
        await once(holder, "exit");
      }
    }
  } finally {
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
  copyFileSync(join(projectRoot, HOLDER), join(folder, HOLDER));
  await run(process.execPath, ["--import", "tsx", "scripts/generate.ts"], { cwd: folder });
  return { name: commit, folder, data: join(scratch, "before-data") };
}

async function holdDatabase(tree: Tree): Promise<Held> {
  const holder = start(tree, HOLDER, {});
  for await (const line of createInterface({ input: holder.stdout! }))
    return { tree, holder, environment: JSON.parse(line) as Held["environment"] };
  throw new Error(`The database of ${tree.name} did not start.`);
}

async function importOnce({ tree, environment }: Held): Promise<Peak> {
  const child = start(tree, CHILD, environment);
  return watchWork(child.pid!, async () => {
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`The import of ${tree.name} ended with ${code}.`);
  });
}

function start({ folder, data }: Tree, script: string, environment: Held["environment"]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", script], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment, AMANA_DATA_DIR: data, NODE_ENV: "production" },
  });
}
