import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryOfAdjective } from "@/lib/domain/country/place-words";
import { findPlace } from "@/lib/domain/country/places";
import { WITHOUT_MEANING } from "@/lib/domain/text/qualifier-words";
import { foldedWords } from "@/lib/domain/text/vagueness";
import { LINK_WORDS } from "@/lib/domain/text/vagueness-words";
import type { Reading } from "../doubts";
import { readTransferCountries } from "./countries";
import { readInstrument } from "./instrument";
import { readSubProcessors } from "./sub-processors";

const NAMES = ["Maroc", "Tunisie", "Dakar", "France", "المغرب", "Morocco", "Congo", "marocaine"];
const QUALIFIERS = [
  "pas",
  "sauf",
  "jusqu’en 2023",
  "prévu",
  "si besoin",
  "not",
  "until",
  "باستثناء",
  "à signer",
];
const OTHERS = ["serveurs", "support", "zorvie", "OVH", "AWS", "CCT", "module 2", "astreinte", "2024", "من"];
const JOINERS = [" ", ", ", " ; ", " (", ") ", " : ", " et ", " – ", "\n"];
const cell = fc
  .array(fc.tuple(fc.constantFrom(...NAMES, ...QUALIFIERS, ...OTHERS), fc.constantFrom(...JOINERS)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.map(([word, joiner]) => word + joiner).join(""));

/** Words of a place, of a tool, or of what is done there: each is part of what was read. */
const READ = /^(?:serveurs|support|cct|module|[1-4]|ovh|aws|et)$/;

function isAccounted(word: string, kept: ReadonlySet<string>): boolean {
  if (LINK_WORDS.has(word) || WITHOUT_MEANING.has(word) || READ.test(word) || kept.has(word)) return true;
  return findPlace(word) !== null || countryOfAdjective(word) !== null;
}

/** Texts of a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
}

/** Text that a reader keeps whole beside what it read answers for no word: a doubt must say so. */
function assertEveryWord(text: string, read: Reading<unknown>, value: unknown): void {
  if (read.doubts.length > 0) return;
  const kept = new Set([...textsOf(value), read.leftover].flatMap((one) => foldedWords(one)));
  for (const word of foldedWords(text))
    expect([text, word, isAccounted(word, kept)]).toEqual([text, word, true]);
}

describe("no word of a cell is lost or passed over", () => {
  it("in a transfer", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const read = readTransferCountries(text);
        const { destinations, reason, answer, text: words } = read.value;
        // Holds an answer to its own parts; only an open cell may rest on the words that stay.
        assertEveryWord(text, read, { destinations, reason, open: answer === "unanswered" ? words : "" });
      }),
      { numRuns: 500 },
    );
  });

  it("among sub-processors", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const read = readSubProcessors(text);
        assertEveryWord(text, read, read.value.subProcessors);
      }),
      { numRuns: 500 },
    );
  });

  it("in a tool of chapter V: what is denied, over or to come is asked", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...QUALIFIERS),
        fc.constantFrom("CCT", "BCR", "SCC 2021/914"),
        (word, tool) => {
          for (const text of [`${word} ${tool}`, `${tool} ${word}`, `${tool} (${word})`])
            expect([text, readInstrument(text).doubts.map(({ key }) => key)]).toEqual([
              text,
              ["wordsUnsettled"],
            ]);
        },
      ),
    );
  });
});
