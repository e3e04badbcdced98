import type { NounNames } from "./names";

export type Edit = { path: string; apply: (text: string, names: NounNames) => string };

/** Changes to the files that know every noun. Each throws where its file no longer has the place it looks for. */
export const EDITS: readonly Edit[] = [
  {
    path: "lib/domain/nouns/nouns.ts",
    apply: (text, { noun, camel }) =>
      insertBefore(
        insertBefore(text, "import { threadNoun }", `import { ${camel}Noun } from "./${noun}";\n`),
        "  threadNoun,\n",
        `  ${camel}Noun,\n`,
      ),
  },
  { path: "lib/domain/nouns/policy.test.ts", apply: placeActs },
  { path: "e2e/screens.ts", apply: openScreens },
  {
    path: "lib/platform/tenancy/privileges.fixture.ts",
    apply: (text, { table }) =>
      insertPrivileges(insertPrivileges(text, table, ""), `${table}_version`, "(superseded_at)"),
  },
  {
    path: "prisma/factories/evidence.ts",
    apply: (text, { noun, Noun }) =>
      insertBefore(
        insertBefore(text, "import {", `import { make${Noun} } from "./${noun}";\n`),
        "  await makeIssuedNotice(",
        `  await make${Noun}(ctx);\n`,
      ),
  },
];

/** Writes who may read and write, in the columns of the table: every role of the staff but the viewer writes. */
function placeActs(text: string, { noun }: NounNames): string {
  const row = /^ {2}"measure\.read":.*$/m.exec(text)?.[0];
  if (!row) throw new Error("The policy's test has no row of measures.");
  const columns = row.slice(row.indexOf(": ")).match(/[Y.]/g) ?? [];
  const line = (act: string, roles: number) => {
    const cells = columns.map((_, at) => (at < roles ? "Y" : ".")).join("   ");
    return `  "${noun}.${act}": "${cells}",\n`;
  };
  return insertBefore(text, row, `${line("read", 4)}${line("write", 3)}`);
}

/** Makes a row in the browser tests, and opens its list, its sheet and its forms. */
function openScreens(text: string, { noun, nouns, Noun, camel }: NounNames): string {
  const imported = insertBefore(
    text,
    "import { makeController,",
    `import { make${Noun} } from "@/prisma/factories/${noun}";\n`,
  );
  const made = insertBefore(
    imported,
    "  const yesterday = ",
    `  const ${camel} = \`/${nouns}/\${(await make${Noun}(organisation)).id}\`;\n`,
  );
  const addresses = `"/${nouns}", "/${nouns}/new", ${camel}, \`\${${camel}}/edit\``;
  return insertBefore(made, '    "/transfers/new",\n', `    ...[${addresses}],\n`);
}

/** Writes what the staff may do to the table, in the order of names. */
function insertPrivileges(text: string, table: string, columns: string): string {
  const entry = `  ${table}: { app: "staff:I staff:S staff:U${columns}" },\n`;
  const end = text.indexOf("\n};");
  return `${insertSorted(text.slice(0, end + 1), /^ {2}([a-z_]+): \{.*$/gm, table, entry)}${text.slice(end + 1)}`;
}

/** Inserts before the first line whose name comes after `name`, or after the last of them with all that it holds. */
function insertSorted(text: string, line: RegExp, name: string, addition: string): string {
  const names = [...text.matchAll(line)];
  const next = names.find((match) => (match[1] ?? "") > name) ?? null;
  if (next) return insertAt(text, next.index, addition);
  const last = names.at(-1);
  if (!last) throw new Error(`No place for ${name}.`);
  const end = last[0].endsWith("{") ? "\n  },\n" : "\n";
  return insertAt(text, text.indexOf(end, last.index) + end.length, addition);
}

function insertBefore(text: string, place: string, addition: string): string {
  const at = text.indexOf(place);
  if (at < 0) throw new Error(`No place "${place.trim()}".`);
  return insertAt(text, at, addition);
}

function insertAt(text: string, at: number, addition: string): string {
  return `${text.slice(0, at)}${addition}${text.slice(at)}`;
}
