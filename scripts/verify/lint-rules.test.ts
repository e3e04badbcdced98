import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint, type Linter } from "eslint";
import { expect, it } from "vitest";
import { childEnvironment } from "@/lib/platform/environment/env";
import { projectRoot } from "../start/build";
import { toolPath } from "../start/tool";
import { temporaryFolder } from "../test/temporary-folder";

/** Pairs each kind of rule with a fault and the path of a file that has it. */
const FAULTS: readonly (readonly [rule: string, path: string, code: string])[] = [
  ["no-floating-promises", "lib/a.ts", "async function f() {}\nf();"],
  ["no-misused-promises", "lib/b.ts", "[1].forEach(async () => {});"],
  [
    "switch-exhaustiveness-check",
    "lib/c.ts",
    'export const f = (x: "a" | "b") => { switch (x) { case "a": return 1; } };',
  ],
  ["no-explicit-any", "lib/d.ts", "export const f = (x: any) => x;"],
  ["no-non-null-assertion", "lib/e.ts", "export const f = (x?: string) => x!;"],
  ["no-unused-vars", "lib/f.ts", "const x = 1;"],
  ["no-console", "lib/g.ts", "console.log(1);"],
  ["rules-of-hooks", "lib/h.tsx", "export function A({ on }) { if (on) useState(1); return null; }"],
  ["static-components", "lib/i.tsx", "export function A() { const B = () => <i />; return <B />; }"],
  [
    "set-state-in-render",
    "lib/j.tsx",
    "export function A() { const [x, setX] = useState(0); setX(1); return x; }",
  ],
];

const folder = makeFolder();

const report = lint();

it.each(FAULTS)("refuses a fault under %s", (rule, path) => {
  expect(report.filter((line) => line.includes(path)).join("\n")).toContain(`(${rule})`);
});

it("lets scripts write to the terminal", () => {
  expect(report.join("\n")).not.toContain("scripts/k.ts");
});

/** A project of its own, with our rules and one file for each fault. */
function makeFolder(): string {
  const made = temporaryFolder("lint");
  for (const name of ["lib", "scripts"]) mkdirSync(join(made, name));
  writeFileSync(join(made, ".oxlintrc.json"), readFileSync(join(projectRoot, ".oxlintrc.json")));
  writeFileSync(
    join(made, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { strict: true, target: "ES2022", jsx: "react-jsx", noEmit: true } }),
  );
  writeFileSync(join(made, "scripts/k.ts"), "console.log(1);");
  for (const [, path, code] of FAULTS)
    writeFileSync(join(made, path), path.endsWith("x") ? `import { useState } from "react";\n${code}` : code);
  return made;
}

/** Returns a line for each finding: path, place, message and the rule in brackets. */
function lint(): string[] {
  const args = [toolPath("oxlint"), "--format=unix"];
  // Found otherwise in the folder of the project alone, or on the path that npm makes.
  const env = childEnvironment({ OXLINT_TSGOLINT_PATH: join(projectRoot, "node_modules/.bin/tsgolint") });
  return spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env }).stdout.split("\n");
}

/** Two expressions that held a process for minutes: of a package's content types, and of the title of a feed. */
const SLOW = ["/<Override\\b[^>]*>/g", "/<[^>]*>/g"];
const PATHS = [
  "lib/platform/feed/a.mjs",
  "app/api/a/route.ts",
  "components/ui/a.tsx",
  "scripts/start/a.mjs",
  "proxy.ts",
];

const eslint = new ESLint({ cwd: projectRoot });

/** Returns a linter with the project's rules for a path, which gives an expression all the time that it needs. */
async function patientLinter(path: string) {
  const { rules } = await eslint.calculateConfigForFile(join(projectRoot, path));
  const [severity, options] = rules["redos/no-vulnerable"];
  const patient: Linter.RuleEntry = [severity, { ...options, timeout: 30_000 }];
  return new ESLint({
    cwd: projectRoot,
    overrideConfig: { files: [path], rules: { "redos/no-vulnerable": patient } },
  });
}

/** Returns rule, line and message of each fault that a text has as the file of a path. */
async function lintAs(path: string, code: string, linter = eslint) {
  const results = await linter.lintText(code, { filePath: join(projectRoot, path) });
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ severity }) => severity === 2)
      .map(({ ruleId, line, message }) => [ruleId, line, message]),
  );
}

it.each(PATHS)("refuses in %s an expression whose time grows with the square of the text", async (path) => {
  const code = SLOW.map((expression, index) => `export const a${index} = ${expression};\n`).join("");
  const faults = await lintAs(path, code, await patientLinter(path));
  expect(faults).toContainEqual(["redos/no-vulnerable", 1, expect.any(String)]);
  expect(faults).toContainEqual(["redos/no-vulnerable", 2, expect.any(String)]);
});

it.each(["lib/features/x/read/a.ts", "e2e/a.spec.ts", "prisma/factories/a.ts", "scripts/a.ts"])(
  "refuses in %s an object within a spread, where no property too many is found",
  async (path) => {
    const code = "export const a = { ...{ b: 1, c: 2 }, d: 3 };\nexport const e = { ...a };\n";
    expect(await lintAs(path, code)).toEqual([
      ["no-restricted-syntax", 1, "Write the properties in the object itself."],
    ]);
  },
);
