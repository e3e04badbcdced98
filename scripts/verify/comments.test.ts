import { describe, expect, test } from "vitest";
import { findCommentFaults, readComments } from "./comments";

const openings = [
  ...["The same, as text.", "What it needs.", "Which of them.", "Who may.", "Whoever may.", "Whom it names."],
  ...[
    "Whose turn it is.",
    "Those of a day.",
    "That of a row.",
    "This is a row.",
    "It fails.",
    "How it ends.",
  ],
  ...[
    "Why it ends.",
    "Where it ends.",
    "When it ends.",
    "As written.",
    "Of a row.",
    "One row.",
    "So it goes.",
  ],
  ...["TODO remove", "FIXME remove"],
];

describe("languages of whole lines", () => {
  test.each([
    [
      "schema.prisma",
      "model A {\n  /// What it holds,\n  /// by day.\n  id String\n  // Sorted by day.\n}\n",
    ],
    ["migration.sql", "SELECT 1;\n-- What it holds,\n-- by day.\nSELECT 2;\n-- Sorted by day.\n"],
  ])("reads comments of %s, lines that follow one another as one", (path, text) => {
    expect(readComments(path, text)).toEqual([
      { line: 2, text: "What it holds, by day." },
      { line: 5, text: "Sorted by day." },
    ]);
    expect(findCommentFaults(path, text)).toMatchObject([{ line: 2, reason: "opening" }]);
  });
});

describe("openings", () => {
  test.each(openings)("refuses %s", (opening) => {
    for (const comment of [`/** ${opening} */`, `// ${opening}`, `/*\n * ${opening}\n */`]) {
      expect(findCommentFaults("a.ts", `${comment}\nconst a = 1;\n`)).toEqual([
        { line: 1, reason: "opening", text: opening },
      ]);
    }
  });

  test.each(["Returns a row.", "Thatch covers it.", "Items are sorted.", "Article 28(3)(h) asks for it."])(
    "accepts %s",
    (text) => expect(findCommentFaults("a.ts", `/** ${text} */\nconst a = 1;\n`)).toEqual([]),
  );

  test("reads a refused word after the opening as part of the sentence", () => {
    expect(findCommentFaults("a.ts", "// Returns null.\n// What follows is sorted.\nf();\n")).toEqual([]);
  });
});

describe("addresses", () => {
  test.each(["Follows lib/domain/time.", "Sorted, see other.ts.", "Explained in stack.md."])(
    "refuses %s",
    (text) => {
      expect(findCommentFaults("lib/a.ts", `// ${text}\nf();\n`)).toMatchObject([{ reason: "address" }]);
    },
  );

  test.each([
    "Runs a.ts again.",
    "Run: node lib/a.ts",
    '@type {import("./b.mjs").B}',
    "Next.js sends it.",
    "Serves /app/x.",
    'Loads "server.js".',
  ])("accepts %s", (text) => expect(findCommentFaults("lib/a.ts", `// ${text}\nf();\n`)).toEqual([]));
});

test("finds comments in JSX, in types and behind code, but not in strings or text", () => {
  const source = [
    "/// <reference types='x/y.d.ts' />",
    "type A = {",
    "  /** First. */",
    "  a: string; // Second.",
    "};",
    "const b = `// no ${/* Third. */ a}`;",
    'const c = "/* no */";',
    "const d = /[/*]\\/\\/ no/;",
    "const e = (",
    "  <p>",
    "    // no {/* Fourth. */}",
    "  </p>",
    ");",
  ].join("\n");
  expect(readComments("a.tsx", source).map(({ line, text }) => [line, text])).toEqual([
    [1, "/ <reference types='x/y.d.ts' />"],
    [3, "First."],
    [4, "Second."],
    [6, "Third."],
    [11, "Fourth."],
  ]);
});
