import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../test/temporary-folder";

/**
 * Import between two files of a small tree laid out like ours, "type " for an import of types; then the rules
 * that refuse it.
 */
type Arrow = [from: string, to: string, ...rules: string[]];

const FAULTS: Arrow[] = [
  [
    "app/(console)/page.tsx",
    "lib/platform/request/request-session.ts",
    "pages-show",
    "session-is-for-loaders",
  ],
  ["app/(console)/page.tsx", "lib/features/controller/read/queries.ts", "pages-show"],
  ["app/(console)/page.tsx", "lib/features/controller/write/mutations.ts", "pages-show"],
  ["app/(console)/page.tsx", "lib/features/controller/actions.ts", "pages-show"],
  ["app/(console)/page.tsx", "type lib/platform/database/clients.ts", "pages-show"],
  ["app/(console)/page.tsx", "app/api/health/route.ts", "pages-show"],
  ["app/api/health/route.ts", "lib/features/controller/loaders.ts", "api-routes-answer"],
  ["app/api/health/route.ts", "components/ui/button.tsx", "api-routes-answer"],
  ["components/controller/form.tsx", "components/processing-record/list.tsx", "components-know-their-noun"],
  ["components/controller/form.tsx", "lib/features/controller/read/queries.ts", "components-know-their-noun"],
  ["components/controller/form.tsx", "lib/features/member/schema.ts", "components-know-their-noun"],
  ["components/controller/form.tsx", "type lib/features/member/loaders.ts", "components-know-their-noun"],
  ["components/controller/form.tsx", "lib/platform/database/clients.ts", "components-know-their-noun"],
  [
    "components/controller/form.tsx",
    "lib/features/controller/loaders.ts",
    "components-take-types-of-loaders",
  ],
  ["components/form/conflict.tsx", "components/shell/bar.tsx", "forms-know-no-noun"],
  ["components/form/conflict.tsx", "lib/features/controller/schema.ts", "forms-know-no-noun"],
  ["components/shell/bar.tsx", "lib/features/controller/actions.ts", "shell-signs-out-and-searches"],
  ["components/shell/bar.tsx", "components/controller/form.tsx", "shell-signs-out-and-searches"],
  ["components/ui/button.tsx", "components/shell/bar.tsx", "ui-knows-nothing"],
  ["components/ui/button.tsx", "lib/domain/controller/types.ts", "ui-knows-nothing"],
  ["lib/features/controller/write/mutations.ts", "lib/features/member/read/queries.ts", "leaves-stay-apart"],
  [
    "lib/features/controller/read/queries.ts",
    "type lib/features/member/read/queries.ts",
    "leaves-stay-apart",
  ],
  ["lib/features/controller/read/queries.ts", "components/ui/button.tsx", "leaves-stay-apart"],
  ["lib/features/import/write/mutations.ts", "components/ui/button.tsx", "composed-read-siblings"],
  [
    "lib/features/import/read/queries.ts",
    "lib/features/controller/print/letter.ts",
    "composed-read-siblings",
  ],
  ["lib/features/import/read/queries.ts", "lib/features/controller/write/document.ts", "reads-write-nothing"],
  ["lib/features/import/helpers.ts", "lib/features/import/schema.ts", "features-have-rooms"],
  ["lib/features/import/print/table.ts", "lib/features/import/write/rows.ts", "reads-write-nothing"],
  ["lib/forms/form-values.ts", "lib/platform/database/clients.ts", "forms-know-the-domain"],
  ["lib/domain/nowhere/law.ts", "lib/domain/controller/types.ts", "domain-has-floors"],
  ["lib/domain/text/words.ts", "lib/domain/controller/types.ts", "floor-0"],
  ["lib/domain/controller/types.ts", "lib/domain/contract/terms.ts", "floor-1"],
  ["lib/domain/contract/terms.ts", "lib/domain/authorisation/list.ts", "floor-2"],
  ["lib/domain/authorisation/list.ts", "lib/domain/processing-record/content.ts", "floor-3"],
  ["lib/domain/processing-record/content.ts", "lib/domain/instruction/scope.ts", "floor-4"],
  ["lib/domain/instruction/scope.ts", "lib/domain/import/plan.ts", "floor-5"],
  ["lib/domain/obligation/plan.ts", "lib/domain/import/plan.ts", "floor-6"],
  ["lib/domain/import/plan.ts", "lib/domain/contract-import/plan.ts", "floor-7"],
  [
    "lib/features/import/read/queries.ts",
    "lib/features/controller/loaders.ts",
    "composed-read-siblings",
    "reads-know-no-page",
  ],
  ["lib/features/controller/actions.ts", "lib/features/controller/read/queries.ts", "actions-call-verbs"],
  ["lib/features/controller/actions.ts", "lib/features/controller/loaders.ts", "actions-call-verbs"],
  [
    "lib/features/controller/write/mutations.ts",
    "type lib/features/controller/actions.ts",
    "reads-know-no-page",
  ],
  ["lib/features/controller/write/mutations.ts", "lib/features/controller/loaders.ts", "reads-know-no-page"],
  [
    "lib/features/controller/read/queries.ts",
    "lib/features/controller/write/mutations.ts",
    "reads-write-nothing",
  ],
  ["lib/features/controller/loaders.ts", "lib/features/controller/write/mutations.ts", "reads-write-nothing"],
  ["lib/features/controller/schema.ts", "lib/platform/database/clients.ts", "schemas-are-pure"],
  ["lib/features/controller/schema.ts", "fs", "schemas-are-pure"],
  ["lib/features/controller/schema.ts", "node_modules/react/index.js", "schemas-are-pure"],
  ["lib/platform/database/clients.ts", "lib/domain/controller/types.ts", "platform-knows-no-noun"],
  ["lib/platform/database/clients.ts", "lib/features/controller/read/queries.ts", "platform-knows-no-noun"],
  ["lib/platform/database/clients.ts", "lib/i18n/locale.ts", "platform-knows-no-noun"],
  ["lib/domain/controller/types.ts", "node_modules/react/index.js", "domain-is-pure"],
  ["lib/domain/controller/types.ts", "node_modules/next/cache.js", "domain-is-pure"],
  ["lib/domain/controller/types.ts", "type lib/generated/prisma/client.ts", "domain-is-pure", "floor-1"],
  ["lib/domain/controller/types.ts", "crypto", "domain-is-pure"],
  ["lib/domain/controller/types.ts", "lib/platform/database/clients.ts", "domain-is-pure", "floor-1"],
  ["lib/domain/controller/types.ts", "lib/i18n/locale.ts", "domain-is-pure", "floor-1"],
  ["lib/i18n/locale.ts", "lib/features/controller/read/queries.ts", "words-know-the-domain"],
  [
    "lib/features/controller/write/mutations.ts",
    "lib/platform/request/request-session.ts",
    "session-is-for-loaders",
  ],
  ["lib/features/controller/actions.ts", "lib/platform/request/request-session.ts", "session-is-for-loaders"],
  [
    "lib/features/controller/read/queries.ts",
    "lib/platform/database/scope.ts",
    "scopes-are-minted-at-the-edge",
  ],
  ["lib/platform/database/clients.ts", "lib/platform/database/scope.ts", "scopes-are-minted-at-the-edge"],
  ["app/api/health/route.ts", "lib/platform/database/scope.ts", "scopes-are-minted-at-the-edge"],
  [
    "lib/platform/database/clients.ts",
    "scripts/start.ts",
    "platform-knows-no-noun",
    "roots-are-not-imported",
  ],
  ["prisma/factories/controller.ts", "prisma/seed.ts", "roots-are-not-imported", "factories-act-by-verbs"],
  [
    "lib/platform/database/clients.ts",
    "prisma/factories/controller.ts",
    "platform-knows-no-noun",
    "factories-are-for-tests",
  ],
  ["prisma/factories/controller.ts", "lib/features/controller/actions.ts", "factories-act-by-verbs"],
  ["prisma/factories/controller.ts", "components/ui/button.tsx", "factories-act-by-verbs"],
  ["bench/pages.ts", "lib/features/controller/loaders.ts", "bench-measures-from-outside"],
  ["bench/pages.ts", "components/ui/button.tsx", "bench-measures-from-outside"],
  [
    "lib/features/import/written-files.fixture.ts",
    "lib/domain/import/values/countries.ts",
    "written-files-know-no-reader",
  ],
  ["lib/domain/controller/types.ts", "lib/domain/controller/types.test.ts", "tests-are-not-imported"],
  ["lib/platform/database/clients.ts", "node_modules/fast-check/index.js", "build-needs-no-dev-dependency"],
  ["lib/platform/database/clients.ts", "@/lib/platform/nowhere", "no-unknown-imports"],
];

// Two files that name each other, by value or by type alone: reported once.
const CIRCLES: Arrow[] = [
  ["lib/domain/search/a.ts", "lib/domain/search/b.ts", "no-circles"],
  ["lib/domain/search/c.ts", "type lib/domain/search/d.ts", "no-circles"],
];
const FOLDER_RULE = "no-circles-of-folders";

/** Two folders that need each other, by files that are in no circle. */
const FOLDERS: Arrow[] = [
  ["lib/domain/thread/subject.ts", "lib/domain/contact/person.ts"],
  ["lib/domain/contact/side.ts", "lib/domain/thread/message.ts"],
];

const CIRCLES_BACK: Arrow[] = [
  ["lib/domain/search/b.ts", "lib/domain/search/a.ts"],
  ["lib/domain/search/d.ts", "type lib/domain/search/c.ts"],
];

const ALLOWED: Arrow[] = [
  ["app/(console)/page.tsx", "components/controller/form.tsx"],
  ["app/(console)/page.tsx", "lib/features/member/loaders.ts"],
  ["app/(console)/page.tsx", "lib/domain/member/rules.ts"],
  ["app/(console)/page.tsx", "lib/i18n/plural.ts"],
  ["app/api/health/route.ts", "lib/features/member/read/queries.ts"],
  ["app/api/health/route.ts", "lib/platform/request/request-session.ts"],
  ["components/controller/form.tsx", "components/ui/field.tsx"],
  ["components/controller/form.tsx", "lib/features/controller/schema.ts"],
  ["components/controller/list.tsx", "type lib/features/controller/loaders.ts"],
  ["components/controller/list.tsx", "lib/domain/member/rules.ts"],
  ["components/shell/bar.tsx", "lib/features/account/actions.ts"],
  ["components/ui/field.tsx", "lib/i18n/plural.ts"],
  ["lib/features/member/loaders.ts", "lib/platform/request/request-session.ts"],
  ["lib/features/member/actions.ts", "lib/features/member/write/mutations.ts"],
  ["lib/features/member/write/mutations.ts", "lib/features/member/read/queries.ts"],
  ["lib/features/member/write/mutations.ts", "lib/features/member/schema.ts"],
  ["lib/features/member/read/queries.ts", "type lib/generated/prisma/client.ts"],
  ["lib/features/member/schema.ts", "lib/domain/member/rules.ts"],
  ["lib/features/member/schema.ts", "node_modules/zod/index.js"],
  ["lib/features/import/write/mutations.ts", "lib/features/member/write/mutations.ts"],
  ["lib/features/import/schema.ts", "lib/features/member/schema.ts"],
  ["lib/platform/request/action.ts", "lib/platform/request/request-session.ts"],
  ["lib/platform/request/request-session.ts", "lib/platform/database/scope.ts"],
  ["lib/platform/jobs/reassess.ts", "lib/platform/database/scope.ts"],
  ["lib/platform/jobs/reassess.ts", "lib/domain/time/zones.ts"],
  ["lib/domain/member/rules.ts", "node_modules/zod/index.js"],
  ["lib/domain/time/zones.ts", "lib/domain/time/zone-data.json"],
  ["lib/domain/member/rules.test.ts", "node_modules/fast-check/index.js"],
  ["lib/domain/member/rules.test.ts", "crypto"],
  ["lib/features/member/write/mutations.db.test.ts", "prisma/factories/member.ts"],
  ["lib/features/member/write/mutations.db.test.ts", "lib/platform/database/scope.ts"],
  ["prisma/factories/member.ts", "lib/platform/database/scope.ts"],
  ["prisma/seed.ts", "prisma/factories/member.ts"],
  ["prisma/factories/member.ts", "lib/features/member/write/mutations.ts"],
  ["prisma/factories/member.ts", "lib/features/member/schema.ts"],
  ["bench/pages.ts", "prisma/factories/member.ts"],
  ["bench/pages.ts", "scripts/start.ts"],
  ["scripts/start.ts", "lib/platform/request/action.ts"],
];

const project = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(import.meta.url);
const config = join(project, ".dependency-cruiser.cjs");

type Report = {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};
const root = temporaryFolder("arrows");
let report: Report;

beforeAll(() => {
  plant([...FAULTS, ...FOLDERS, ...CIRCLES, ...CIRCLES_BACK, ...ALLOWED]);
  report = cruise();
}, 60_000);

describe("the arrows", () => {
  it.each(FAULTS)("refuse %s → %s", (from, to, ...rules) => {
    // Planted faults also close circles among themselves.
    const refused = rulesAgainst(from, to).filter((rule) => rule !== "no-circles");
    expect(refused).toEqual(rules.sort());
  });

  it.each(CIRCLES)("refuse the circle %s → %s", (from, to, ...rules) => {
    expect(rulesAgainst(from, to)).toEqual(rules);
  });

  it("refuse folders of the law that need each other", () => {
    const folders = report.summary.violations.filter(({ rule }) => rule.name === FOLDER_RULE);
    expect(folders.map(({ from }) => from).sort()).toEqual(
      expect.arrayContaining(["lib/domain/contact", "lib/domain/thread"]),
    );
  });

  it.each(ALLOWED)("let through %s → %s", (from, to) => {
    const dependencies = report.modules.find((module) => module.source === from)?.dependencies ?? [];
    expect(dependencies.map((dependency) => dependency.resolved)).toContain(to.replace(/^type /, ""));
    expect(rulesAgainst(from, to).filter((rule) => rule !== "no-circles")).toEqual([]);
  });

  it("have a planted fault for every rule", () => {
    const { forbidden } = require(config) as { forbidden: { name: string }[] };
    const planted = new Set([...FAULTS, ...CIRCLES].flatMap(([, , ...rules]) => rules)).add(FOLDER_RULE);
    expect([...planted].sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });
});

function rulesAgainst(from: string, to: string): string[] {
  const target = to.replace(/^type /, "");
  const against = report.summary.violations.filter(
    (violation) => violation.from === from && violation.to === target,
  );
  return against.map((violation) => violation.rule.name).sort();
}

/** Writes one tree with every import in it. */
function plant(arrows: Arrow[]): void {
  write("tsconfig.json", '{ "compilerOptions": { "paths": { "@/*": ["./*"] }, "module": "esnext" } }');
  write(
    "package.json",
    '{ "dependencies": { "react": "*", "next": "*", "zod": "*" }, "devDependencies": { "fast-check": "*" } }',
  );
  for (const [, to] of arrows) if (to.includes(".")) write(to.replace(/^type /, ""), "{}");
  for (const from of new Set(arrows.map(([path]) => path))) {
    const lines = arrows.filter(([path]) => path === from).map(([, to], index) => importOf(to, index));
    write(from, lines.join("\n"));
  }
}

function importOf(to: string, index: number): string {
  const target = to.replace(/^type /, "");
  return `import ${to === target ? "" : "type "}{ x as x${index} } from "${specifierOf(target)}";`;
}

function specifierOf(target: string): string {
  const inPackage = /^node_modules\/(.+?)(\/index)?\.js$/.exec(target);
  if (inPackage) return inPackage[1]!;
  if (target.startsWith("@/")) return target;
  return target.includes("/") ? `@/${target.replace(/\.tsx?$/, "")}` : `node:${target}`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The command of `npm run verify`, run over the planted tree; it ends with the number of faults as its code. */
function cruise(): Report {
  const bin = join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { stdout } = spawnSync(process.execPath, [bin, ".", "--config", config, "--output-type", "json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Report;
}
