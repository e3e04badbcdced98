import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TASK_NOUNS, TASK_ROWS } from "@/lib/domain/assignment/rows";
import { REGISTER_SEGMENTS } from "@/lib/domain/processing-record/register-segments";

/** Sources of the product: neither tests and their fixtures, nor what Prisma generates. */
const SOURCES = ["app", "components", "lib", "scripts", "prisma/sql"]
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => `${room}/${path}`),
  )
  .filter((path) => /[.](ts|tsx|mjs|sql)$/.test(path))
  .filter((path) => !/[.](test|fixture)[.]tsx?$|^lib\/generated\/|^scripts\/test\//.test(path));
const TEXTS = new Map(SOURCES.map((path) => [path, readFileSync(path, "utf8")]));
const having = (text: RegExp) => SOURCES.filter((path) => text.test(TEXTS.get(path) ?? "")).sort();

describe("the text of a note", () => {
  it("is read from its tables by its own room alone: by no export, dossier, grant, letter, API or search", () => {
    const named = having(/\binternal_note|\binternalNote(Mention)?\b/);
    expect(named).toContain("lib/features/internal-note/read/queries.ts");
    expect(named.filter((path) => !/^(lib\/features|prisma\/sql)\/internal-note\//.test(path))).toEqual([
      "lib/domain/nouns/internal-note.ts",
    ]);
  });

  it("is given by its room to pages of the staff alone", () => {
    const importing = having(/from "@\/(lib\/features|components)\/internal-note\//);
    expect(importing.some((path) => path.startsWith("app/(console)/"))).toBe(true);
    const pages = /^(app\/\(console\)\/|components\/internal-note\/|lib\/features\/internal-note\/)/;
    // Notifications of the staff read whom a note names and its row, and no text.
    expect(importing.filter((path) => !pages.test(path))).toEqual([
      "lib/features/notification/read/queries.ts",
      "lib/features/notification/read/targets.ts",
    ]);
    expect(TEXTS.get("lib/features/internal-note/read/named-entries.ts")).not.toMatch(
      /\bn\.text\b|SELECT text\b/,
    );
  });
});

const SHEETS = [
  ...TASK_NOUNS.map((noun) => ({ noun, segment: TASK_ROWS[noun].segment as string })),
  { noun: "processing-record", segment: REGISTER_SEGMENTS.controller },
];

it.each(SHEETS)("stands below the sheet of $segment", ({ noun, segment }) => {
  const sheet = TEXTS.get(`app/(console)/[org]/${segment}/[id]/page.tsx`);
  expect(sheet).toContain(`<RowNotes org={org} noun="${noun}" id={id} />`);
});
