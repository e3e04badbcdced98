import { expect, it } from "vitest";
import { DUTIES } from "@/lib/domain/compliance/duties";
import { FINDING_CODES } from "@/lib/domain/compliance/finding-codes";
import { type FindingWords, wordsOfFinding } from "./finding-words";
import { LOCALES } from "./locale";
import { translator } from "./translator";

it.each(LOCALES)("has words in %s for everything that a row can lack", async (locale) => {
  const words: FindingWords = {
    compliance: await translator(locale, "compliance"),
    today: await translator(locale, "today"),
    "contract-clauses": await translator(locale, "contract-clauses"),
    "transfer-gaps": await translator(locale, "transfer-gaps"),
    authorisation: await translator(locale, "authorisation"),
  };
  const all = DUTIES.flatMap((duty) => FINDING_CODES[duty].map((code) => wordsOfFinding(words, duty, code)));
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((text) => text.trim() === "")).toEqual([]);
});
