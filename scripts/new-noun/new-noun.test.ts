import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { findFaults, flattenMessages, type FlatMessages } from "@/lib/i18n/message-rules";
import { EDITS } from "./edits";
import { nameNoun, readCalled } from "./names";
import { writeNoun, type WrittenNoun } from "./write-noun";
import { temporaryFolder } from "../test/temporary-folder";

const project = fileURLToPath(new URL("../../", import.meta.url));
const NAMES = nameNoun({
  noun: "work-visit",
  nouns: "work-visits",
  letters: "WV",
  called: readCalled({ fr: "visite, visites", en: "visit, visits", ar: "زيارة, زيارات" }),
});
const NOW = new Date("2026-11-28T08:00:00Z");

const root = temporaryFolder("noun");
let written: WrittenNoun;
const read = (path: string) => readFileSync(join(root, path), "utf8");

beforeAll(async () => {
  for (const path of [...EDITS.map((edit) => edit.path), "prisma/migrations"])
    cpSync(join(project, path), join(root, path), { recursive: true });
  written = await writeNoun(root, NAMES, NOW);
});

describe("a noun that is added", () => {
  it("takes at most 25 new files and 5 changed ones", () => {
    expect(written.created.length).toBeLessThanOrEqual(25);
    expect(written.changed.length).toBeLessThanOrEqual(5);
  });

  it("leaves no blank of a template, and code that is syntax", () => {
    for (const path of [...written.created, ...written.changed]) {
      expect(read(path), path).not.toMatch(/\{\{[a-z]+\}\}/i);
      if (!/\.tsx?$/.test(path)) continue;
      const { diagnostics } = ts.transpileModule(read(path), {
        fileName: path,
        reportDiagnostics: true,
        compilerOptions: { jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ES2022 },
      });
      expect(diagnostics, path).toEqual([]);
    }
  });

  it("imports names that their files export", () => {
    const missing = written.created.filter((path) => /\.tsx?$/.test(path)).flatMap(missingImports);
    expect(missing).toEqual([]);
  });

  it("has the same words in three languages", () => {
    const catalogues = Object.fromEntries(
      LOCALES.map((locale) => [
        locale,
        flattenMessages(JSON.parse(read(`lib/i18n/messages/${locale}/work-visit.json`))),
      ]),
    ) as Record<(typeof LOCALES)[number], FlatMessages>;
    expect(findFaults(catalogues)).toEqual([]);
  });

  it("says of each role whether it reads and writes", () => {
    const rows = [...read("lib/domain/nouns/policy.test.ts").matchAll(/^ {2}"(.+)": "([Y. ]+)",$/gm)];
    const cells = new Map(rows.map(([, act, row]) => [act, row!.split(/ +/).length]));
    expect(cells.get("work-visit.read")).toBe(cells.get("measure.read"));
    expect(cells.get("work-visit.write")).toBe(cells.get("measure.read"));
  });

  it("opens its list, its sheet and its forms in the browser tests", () => {
    expect(read("e2e/screens.ts")).toContain(
      '"/work-visits", "/work-visits/new", workVisit, `${workVisit}/edit`',
    );
  });

  it("shows a happy way and a refusal in the journeys", () => {
    expect(read("e2e/work-visits.spec.ts")).toContain("@happy-work-visit @refusal-work-visit");
  });

  it("gives its tables the privileges of any versioned document", () => {
    const listed = read("lib/platform/tenancy/privileges.fixture.ts");
    const rowOf = (table: string) => new RegExp(`^ {2}${table}: (.*)$`, "m").exec(listed)?.[1];
    expect(rowOf("work_visit")).toBe(rowOf("call_script"));
    expect(rowOf("work_visit_version")).toBe(rowOf("call_script_version"));
  });

  it("migrates after every migration that is there", () => {
    expect(
      readdirSync(join(root, "prisma/migrations"))
        .filter((name) => name.startsWith("2"))
        .sort()
        .at(-1),
    ).toMatch(/_work_visit$/);
  });

  it("is refused where it is there already, and writes nothing", async () => {
    const before = read("lib/domain/nouns/nouns.ts");
    await expect(writeNoun(root, NAMES, NOW)).rejects.toThrow("There already");
    expect(read("lib/domain/nouns/nouns.ts")).toBe(before);
  });
});

/** Names that a generated file imports of our own files, of the new tree or of the project, and that are not there. */
function missingImports(path: string): string[] {
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
  return file.statements.filter(ts.isImportDeclaration).flatMap((declaration) => {
    const from = (declaration.moduleSpecifier as ts.StringLiteral).text;
    const bindings = declaration.importClause?.namedBindings;
    if (!/^(?:@\/|\.)/.test(from) || from.includes("generated") || !bindings || !ts.isNamedImports(bindings))
      return [];
    const source = sourceOf(from.startsWith("@/") ? from.slice(2) : join(dirname(path), from));
    return bindings.elements
      .map(({ name }) => name.text)
      .filter(
        (name) =>
          !new RegExp(
            `export (?:(?:async )?(?:function|const|class|type) ${name}\\b|\\{[^}]*\\b${name}\\b)`,
          ).test(source),
      )
      .map((name) => `${path}: ${name} of ${from}`);
  });
}

function sourceOf(path: string): string {
  const places = [root, project].flatMap((folder) =>
    [".ts", ".tsx"].map((end) => join(folder, `${path}${end}`)),
  );
  const place = places.find((candidate) => existsSync(candidate));
  return place ? readFileSync(place, "utf8") : "";
}
