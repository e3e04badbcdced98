import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CHILD_PROGRAMS } from "@/lib/platform/log/child-lines";
import { projectRoot } from "./build";
import { compileChildren } from "./compile-children";

it("compiles each program of a child process so that Node runs it alone", { timeout: 60_000 }, async () => {
  // Within the project, where packages are found.
  const folder = mkdtempSync(join(projectRoot, "node_modules/.children-"));
  try {
    await compileChildren(projectRoot, folder);
    const run = (program: string, input: string) =>
      spawnSync(process.execPath, [join(folder, program.replace(/\.ts$/, ".mjs"))], {
        input,
        encoding: "utf8",
      });
    const [plan, read, ...parsers] = CHILD_PROGRAMS.map((program) => run(program, "{}"));
    expect(plan?.stderr).toContain("ZodError");
    expect(JSON.parse(read?.stdout ?? "")).toMatchObject({ ok: false });
    // Packages that only a bundler finds would end it before it reads what is asked.
    expect(parsers.map(({ stderr }) => stderr.includes("SyntaxError"))).toEqual(parsers.map(() => true));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
