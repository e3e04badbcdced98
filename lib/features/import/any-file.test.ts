import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryOf } from "@/lib/domain/invariant/required";
import { planImport, type ImportPlan } from "@/lib/domain/import/plan";
import { readFile, readRows } from "./read/read-file";
import { NO_CHOICES } from "./schema";

const HEADS = ["Réf.", "Client", "Activité confiée", "Opérations réalisées", "Pays d’accès", "Canal"];
const CLIENT = HEADS.indexOf("Client");
const ACTIVITY = HEADS.indexOf("Activité confiée");

/** Texts that broke readers elsewhere: names of prototypes, controls, directions, quotes, formulas and long runs. */
const HOSTILE = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "nul\0dedans",
  "retour\u0007",
  "\u202Eenvers\u202C",
  "\u2066isolé\u2069",
  "📞 appels 👩‍👧",
  "dit « oui »",
  'dit "non"',
  "deux\nlignes",
  "=1+1",
  "'apostrophe",
  "مركز النداء",
  "x".repeat(3_000),
  "total",
  "-",
  "néant",
  "31/02/2026",
];

const DELIMITERS = [";", ",", "\t", "|"];
const ENCODINGS = new Map<string, (text: string) => Uint8Array>(
  Object.entries({
    "utf-8": (text: string) => Buffer.from(text, "utf8"),
    "utf-8 with a mark": (text: string) => Buffer.from(`\uFEFF${text}`, "utf8"),
    "utf-16le": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"),
    "utf-16be": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  }),
);

/** A cell bears a word of its own, so that it is found wherever it went. */
const cell = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 5, arbitrary: fc.constantFrom("Voltiris", "Télévente", "Maroc", "Appels sortants") },
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);
const table = fc.array(fc.array(cell, { minLength: HEADS.length, maxLength: HEADS.length }), {
  minLength: 1,
  maxLength: 8,
});

describe("any file of the generator", () => {
  it("comes in whole, or says which lines did not and why", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...ENCODINGS.keys()),
        (rows, delimiter, encoding) => {
          const marked = rows.map((row, at) => row.map((text, column) => mark(text, at, column)));
          const imported = importTable(marked, delimiter, entryOf(ENCODINGS, encoding));
          if (!imported) return;
          const { plan, setAside } = imported;
          expect(plan.rows.length + setAside).toBe(rows.length);
          const all = JSON.stringify(plan.rows) + JSON.stringify(plan.controllers);
          for (const row of plan.rows) {
            if (row.fate === "set-aside") expect(row.reason).not.toBeNull();
            else expect(row.fate).toBe("new");
          }
          marked.forEach((row, at) => {
            const planned = plan.rows.find(({ line }) => line === lineOf(marked, at));
            // A line of one cell may name the client of those below, so that others come in as well.
            if (row[CLIENT] !== "" && row[ACTIVITY] !== "") expect(planned?.fate).toBe("new");
            if (planned?.fate !== "new") return;
            row.forEach((text, column) => {
              if (text !== "") expect(all).toContain(nameOf(at, column));
            });
          });
        },
      ),
      { numRuns: 80 },
    );
  });
});

const nameOf = (at: number, column: number) => `qz${at}x${column}z`;

function mark(text: string, at: number, column: number): string {
  return text.trim() === "" ? "" : `${text} ${nameOf(at, column)}`;
}

function importTable(rows: string[][], delimiter: string, encode: (text: string) => Uint8Array) {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const bytes = encode([HEADS, ...rows].map((row) => row.map(quoted).join(delimiter)).join("\r\n"));
  const read = readFile({ bytes, sheets: null }, NO_CHOICES);
  // Refuses, where NUL is frequent, the file as no text, which is a reason for all of its lines.
  if (!read.ok && read.refusal.key === "notText" && bytes.includes(0)) return null;
  if (!read.ok || !read.file) throw new Error(`The table was not found: ${JSON.stringify(read)}`);
  const { title, total, empty, band } = read.file.setAside;
  const readings = readRows(read.file, read.file.guess);
  const planned = (questions: Record<string, string>): ImportPlan =>
    planImport({
      readings,
      records: [],
      controllers: [],
      remembered: new Map(),
      decisions: { rows: {}, controllers: {}, questions },
      today: "2026-11-25",
    });
  // A person answers what the cells raise, and every row comes in.
  const answers = planned({}).questions.map(({ key, options }) => [key, options[0] ?? "take"]);
  return { plan: planned(Object.fromEntries(answers)), setAside: title + total + empty + band };
}

/** A cell of two lines makes its row two lines of the file. */
function lineOf(rows: readonly string[][], at: number): number {
  const breaks =
    rows
      .slice(0, at)
      .flat()
      .join("")
      .split(/\r\n|\r|\n/).length - 1;
  return at + 2 + breaks;
}
