import { z } from "zod";
import { COMMON_RUNS, COMMON_WORDS } from "./common-words";
import { FAMILIAR_WORDS } from "./familiar-words";

/**
 * Long enough for argon2id to matter, short enough to be hashed; no rule about its letters (ASVS 6.2), but what everybody
 * takes is refused (6.2.4). What the person's own name or address makes of it is asked by `reliesOnOwnWords`.
 */
export const passwordSchema = z
  .string()
  .min(12, { error: "passwordShort", abort: true })
  .max(256, { error: "tooLong", abort: true })
  .refine((password) => !isCommonPassword(password), "passwordCommon");

/** Minimum of distinct characters left once the guessable parts are removed. */
const LEAST_OWN_CHARACTERS = 6;
/** Four keys in a row are a run; three happen in words. Three figures counted up are one too. */
const SHORTEST_RUN = 4;

/** Words of a sentence: people who write so many choose them themselves, however familiar each is. */
const SENTENCE = 4;

/** True for words, runs and repetitions that everybody uses, however they are dressed up. */
export function isCommonPassword(password: string): boolean {
  return isThin(password, knownWords(password));
}

/** Names of which a person's passwords must not consist: its own, and those of the organisations that it works for. */
export type OwnNames = { name: string; email: string; organisations: readonly string[] };

/**
 * True when, without the person's name and address, its organisations' names and this product's own, too little is left
 * (ASVS 6.2.11).
 */
export function reliesOnOwnWords(password: string, own: OwnNames): boolean {
  return isThin(password, [...knownWords(password), ...ownWords(own)]);
}

function knownWords(password: string): readonly string[] {
  const isSentence = password.trim().split(/[^\p{L}\p{N}]+/u).length >= SENTENCE;
  return isSentence ? COMMON_WORDS : [...COMMON_WORDS, ...FAMILIAR_WORDS.map(fold)];
}

function ownWords({ name, email, organisations }: OwnNames): string[] {
  const [local = "", domain = ""] = email.split("@");
  const stated = [name, local, domain.replace(/\.[^.]*$/, ""), ...organisations].map(fold);
  const parts = stated.flatMap((text) => [
    text.replace(/[^\p{L}\p{N}]/gu, ""),
    ...text.split(/[^\p{L}\p{N}]+/u),
  ]);
  return ["amana", "أمانة", ...parts].filter((word) => word.length >= 3);
}

function isThin(password: string, words: readonly string[]): boolean {
  const text = fold(password);
  if (/^(.{1,8}?)\1+$/u.test(text)) return true;
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const bare = removeWords(removeRuns(text), longestFirst);
  const left = removeWords(plainLetters(bare), longestFirst).replace(/(19|20)\d\d/g, " ");
  return new Set(left.replace(/\s/g, "")).size < LEAST_OWN_CHARACTERS;
}

/** Lower case, no accents: "Été" and "ete" are one word. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

const DISGUISES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** "p@ssw0rd" → "password" */
function plainLetters(text: string): string {
  return Array.from(text, (character) => DISGUISES[character] ?? character).join("");
}

function removeWords(text: string, longestFirst: readonly string[]): string {
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, " "), text);
}

const RUNS = COMMON_RUNS.flatMap((run) => [run, Array.from(run).reverse().join("")]);

function removeRuns(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length;) {
    const length = runLengthAt(text, at);
    rest += length > 0 ? " " : text[at];
    at += Math.max(1, length);
  }
  return rest;
}

/** Counts the characters from `at` on that follow one another on a keyboard; 0 when they make no run. */
function runLengthAt(text: string, at: number): number {
  const shortest = /^\d{3}/.test(text.slice(at, at + 3)) ? 3 : SHORTEST_RUN;
  let longest = 0;
  for (let length = shortest; at + length <= text.length; length += 1) {
    const part = text.slice(at, at + length);
    if (!RUNS.some((run) => run.includes(part))) break;
    longest = length;
  }
  return longest;
}
