import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { LOCALES } from "@/lib/i18n/locale";
import { EDITS } from "./edits";
import type { NounNames } from "./names";
import { stampAfter } from "../migration/stamp";
import { wordsOf } from "./words";

const TEMPLATES = new URL("./templates/", import.meta.url);

/** Files of a noun by their template. */
function filesOf({ noun, nouns, table }: NounNames, stamp: string): Record<string, string> {
  const feature = `lib/features/${noun}`;
  const pages = `app/(console)/[org]/${nouns}`;
  return {
    manifest: `lib/domain/nouns/${noun}.ts`,
    schema: `${feature}/schema.ts`,
    loaders: `${feature}/loaders.ts`,
    actions: `${feature}/actions.ts`,
    queries: `${feature}/read/queries.ts`,
    document: `${feature}/write/document.ts`,
    mutations: `${feature}/write/mutations.ts`,
    "db-test": `${feature}/write/mutations.db.test.ts`,
    table: `components/${noun}/${noun}-table.tsx`,
    form: `components/${noun}/${noun}-form.tsx`,
    "list-page": `${pages}/page.tsx`,
    "new-page": `${pages}/new/page.tsx`,
    "sheet-page": `${pages}/[id]/page.tsx`,
    "edit-page": `${pages}/[id]/edit/page.tsx`,
    factory: `prisma/factories/${noun}.ts`,
    journey: `e2e/${nouns}.spec.ts`,
    prisma: `prisma/schema/${noun}.prisma`,
    access: `prisma/sql/${noun}/access.sql`,
    migration: `prisma/migrations/${stamp}_${table}/migration.sql`,
  };
}

export type WrittenNoun = { created: string[]; changed: string[] };

/**
 * Writes a versioned noun with a list and a sheet into the tree at `root`. Throws before anything is written where a file is there already or an edit finds no place.
 */
export async function writeNoun(root: string, names: NounNames, now: Date): Promise<WrittenNoun> {
  const stamp = stampAfter(readdirSync(join(root, "prisma/migrations")), now);
  const created = new Map<string, string>();
  for (const [template, path] of Object.entries(filesOf(names, stamp)))
    created.set(
      path,
      await formatted(path, fill(readFileSync(new URL(`${template}.txt`, TEMPLATES), "utf8"), names)),
    );
  for (const locale of LOCALES) {
    const path = `lib/i18n/messages/${locale}/${names.noun}.json`;
    created.set(path, await formatted(path, JSON.stringify(wordsOf(names, locale))));
  }
  const changed = new Map<string, string>();
  for (const { path, apply } of EDITS)
    changed.set(path, await formatted(path, apply(readFileSync(join(root, path), "utf8"), names)));
  const present = [...created.keys()].filter((path) => existsSync(join(root, path)));
  if (present.length > 0) throw new Error(`There already: ${present.join(", ")}.`);
  for (const [path, text] of [...created, ...changed]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { created: [...created.keys()], changed: [...changed.keys()] };
}

function fill(template: string, names: NounNames): string {
  return template.replace(/\{\{(noun|nouns|camel|Noun|table|letters)\}\}/g, (_all, name: string) =>
    String(names[name as keyof NounNames]),
  );
}

/** Formats what prettier knows, as it would format the file in its place. */
async function formatted(path: string, text: string): Promise<string> {
  if (!/\.(?:tsx?|json)$/.test(path)) return text;
  return format(text, {
    ...(await resolveConfig(new URL("../../package.json", import.meta.url))),
    filepath: path,
  });
}
