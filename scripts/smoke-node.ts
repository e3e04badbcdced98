import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./start/build";

/** Releases that are supported beside the one of development; npm's package `node` carries their binaries. */
const RELEASES = ["22", "24"];

const asked = process.argv.slice(2);
for (const release of asked.length > 0 ? asked : RELEASES) {
  const folder = mkdtempSync(join(tmpdir(), "amana-node-"));
  try {
    run("npm", ["install", "--no-save", "--silent", "--prefix", folder, `node@${release}`]);
    const node = join(folder, "node_modules", "node", "bin", "node");
    run(node, ["--import", "tsx", join(projectRoot, "scripts", "smoke.ts")]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: projectRoot, stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}.`);
}
