import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment } from "@/lib/platform/environment/env";
import { projectRoot } from "./start/build";
import { toolPath } from "./start/tool";

/** Argument that writes nothing, and ends the process with 1 where the document lists other browser tests. */
const CHECK = "--check";

const document = join(projectRoot, "docs/test-checks.md");
const text = readFileSync(document, "utf8");
const byHand = text.slice(0, text.search(/^## \S+\.spec\.ts$/m));
const listed = `${byHand}${formatList(listTests())}`;

if (!process.argv.includes(CHECK)) writeFileSync(document, listed);
else if (listed !== text) {
  console.error(
    "docs/test-checks.md is not what the browser tests are: node --import tsx scripts/list-checks.ts",
  );
  process.exit(1);
}

/** Projects and titles of the tests of each file, as the runner lists them. */
function listTests(): Map<string, string[]> {
  const command = [toolPath("@playwright/test", "playwright"), "test", "--list"];
  const { stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: childEnvironment({}),
  });
  const files = new Map<string, string[]>();
  for (const line of stdout.split("\n")) {
    const [, project, file = "", title = ""] = /^ {2}\[(\w+)\] › ([^:]+):\d+:\d+ › (.+)$/.exec(line) ?? [];
    if (!project) continue;
    const words = title.split(" ").filter((word) => !word.startsWith("@"));
    files.set(file, [...(files.get(file) ?? []), `- ${project} ${words.join(" ")}`]);
  }
  if (files.size === 0) throw new Error(`No browser test is listed.\n${stderr}`);
  return files;
}

function formatList(files: Map<string, string[]>): string {
  const inOrder = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([file, lines]) => `## ${file}\n\n${lines.join("\n")}\n`).join("\n");
}
