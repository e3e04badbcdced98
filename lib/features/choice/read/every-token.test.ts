import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_COLUMNS, type CallLayout } from "@/lib/domain/call-log/layout";
import { readCall } from "@/lib/domain/call-log/read-call";
import { makeInstantReader } from "@/lib/domain/call-log/read-instant";
import { readConsentLine } from "@/lib/domain/choice/consent-line";
import { readPersonLine } from "@/lib/domain/consultation/person-line";
import { contactIn } from "./list-file";
import { numberCells } from "./number-cell";

const NOW = Date.parse("2026-11-28T09:00:00Z");
const numbers = numberCells({ countries: ["FR"] });

/** Words and signs beside a value that deny, end, limit or doubt it. */
const TOKENS = [
  ...[
    "pas",
    "ne pas appeler",
    "sauf",
    "ex-",
    "annulé",
    "décédé",
    "à confirmer",
    "jusqu’en 2025",
    "STOP",
    "ancien",
  ],
  ...[
    "not",
    "until 2025",
    "opt-out",
    "tbc",
    "wrong",
    "لا",
    "باستثناء",
    "سابقا",
    "ملغى",
    "nicht",
    "no",
    "bis 2025",
  ],
  ...[
    "?",
    "❌",
    "✗",
    "⛔",
    "🚫",
    "*",
    "**",
    "≠",
    "!",
    "~",
    "(?)",
    "¹",
    "->",
    "→",
    "#REF!",
    "²",
    "%",
    "=",
    "<",
    ">",
  ],
];
const token = fc.constantFrom(...TOKENS);
const side = fc.constantFrom("before", "after", "brackets");

function beside(value: string, said: string, where: string): string {
  if (where === "before") return `${said} ${value}`;
  return where === "after" ? `${value} ${said}` : `${value} (${said})`;
}

const NUMBERS = ["06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "+212 661-234567", "06.12.34.56.78"];
const number = fc.constantFrom(...NUMBERS);

it.each([
  '="0612345678"',
  '"" <0612345678>',
  "<0612345678>",
  "(06) 12-34-56-78",
  "06·12·34·56·78",
  "06’12’34’56’78",
  "0612345678;",
  "Tél. : 06 12 34 56 78",
  "612345678.0",
  "٠٦١٢٣٤٥٦٧٨",
  "sip:+33612345678@exchange",
])("%s is a number with nothing beside it", (cell) => {
  expect(numbers.read(cell)).toBe("+33612345678");
});

describe("no word and no sign beside what a line holds is passed over", () => {
  it("in a cell of a number, whatever file it stands in", () => {
    expect(NUMBERS.map((one) => numbers.read(one))).not.toContain(null);
    fc.assert(
      fc.property(number, token, side, (value, said, where) => {
        const cell = beside(value, said, where);
        expect([cell, numbers.read(cell)]).toEqual([cell, null]);
        expect([cell, contactIn(cell, "mail", numbers.read)]).toEqual([cell, null]);
      }),
      { numRuns: 600 },
    );
  });

  it("in a line of people who are consulted", () => {
    const stated = { number: "0612345678", email: "jeanne@client.example", language: "fr" };
    const read = (cells: typeof stated) =>
      readPersonLine(cells, { number: numbers.read(cells.number), isCalled: true });
    expect(read(stated)).toMatchObject({ number: "+33612345678" });
    const cells = ["number", "email", "language"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...cells), token, side, (at, said, where) => {
        const cell = beside(stated[at], said, where);
        expect([cell, typeof read({ ...stated, [at]: cell })]).toEqual([cell, "string"]);
      }),
      { numRuns: 400 },
    );
  });

  it("in a line of a file of consents, but in what proves it, which keeps every word", () => {
    const stated = {
      number: "0612345678",
      givenOn: "01/10/2026",
      validUntil: "30/09/2027",
      duration: "",
      proof: "FORM-1",
      wording: "",
    };
    const read = (cells: typeof stated) =>
      readConsentLine(cells, { number: numbers.read(cells.number), now: NOW });
    expect(read(stated)).toMatchObject({ proof: "FORM-1" });
    const cells = ["number", "givenOn", "validUntil", "duration", "proof"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...cells), token, side, (at, said, where) => {
        const line = at === "duration" ? { ...stated, validUntil: "", duration: "12 mois" } : stated;
        const cell = beside(line[at], said, where);
        const consent = read({ ...line, [at]: cell });
        const isKept = typeof consent !== "string" && consent.proof === cell;
        expect([cell, typeof consent === "string" || isKept]).toEqual([cell, true]);
      }),
      { numRuns: 600 },
    );
  });

  it("in a line of a log, but in its code, which is decided by a person", () => {
    const layout: CallLayout = {
      columns: { ...NO_COLUMNS, number: 0, at: 1, status: 2 },
      hasHead: true,
      delimiter: ";",
      encoding: "utf-8",
      timeFormat: "iso",
      zone: "Europe/Paris",
      dialPrefix: "",
      onlyValue: "",
      numberCountry: null,
      countryColumn: "",
    };
    const readers = {
      instants: makeInstantReader("iso", "Europe/Paris"),
      readNumber: numbers.read,
      doubtOf: numbers.doubtOf,
      readShown: () => "",
      now: NOW,
    };
    const stated = ["0612345678", "2026-11-27 10:30:00", "ANSWERED"];
    const read = (cells: readonly string[]) => readCall(cells, layout, readers);
    expect(read(stated).kind).toBe("call");
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), token, side, (at, said, where) => {
        const cell = beside(stated[at] ?? "", said, where);
        const found = read(stated.with(at, cell));
        const isKept = found.kind === "call" && at === 2 && found.call.code !== "answered";
        expect([cell, found.kind === "bad" || isKept]).toEqual([cell, true]);
      }),
      { numRuns: 600 },
    );
  });
});
