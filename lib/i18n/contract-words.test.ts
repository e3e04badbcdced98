import { expect, test } from "vitest";
import { CLAUSE_IDS, REJECTS } from "@/lib/domain/contract/clauses";
import { CLAUSE_ANSWERS } from "@/lib/domain/contract/content";
import { CONTRACT_RULES } from "@/lib/domain/contract/completeness";
import { loadMessages } from "./messages";

type Words = Record<string, Record<string, unknown>>;
const messages = await loadMessages("fr");
const clauses = messages["contract-clauses"] as Words;
const gaps = messages["contract-gaps"] as Words;

// The other languages have the same keys: `messages-check` sees to it.
test("every clause says what it demands, and what an insufficient one looks like", () => {
  expect(Object.keys(clauses.clauses!)).toEqual([...CLAUSE_IDS]);
  for (const words of Object.values(clauses.clauses!))
    expect(Object.keys(words as object)).toEqual(["title", "demands", "insufficient"]);
  expect(Object.keys(clauses.rejects!)).toEqual([...REJECTS]);
});

test("every gap of a contract has its words", () => {
  const found = [
    ...CLAUSE_ANSWERS.filter((answer) => answer !== "present"),
    ...CONTRACT_RULES.map(({ id }) => id),
  ];
  expect(Object.keys(gaps.rules!).sort()).toEqual(found.sort());
});
