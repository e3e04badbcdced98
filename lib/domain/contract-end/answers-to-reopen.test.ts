import { expect, it } from "vitest";
import type { LineAnswer } from "./answers";
import { answersToReopen, type PastAnswer } from "./answers-to-reopen";

const LINES: { id: LineAnswer; answer: LineAnswer; at: number }[] = (
  ["deleted", "purged", "attested", "nothing-held", "kept", "kept-by-law", "nothing-received"] as const
).map((answer) => ({ id: answer, answer, at: 10 }));
const CARRIED_OUT = ["deleted", "purged", "attested"];
const past = (event: string, at: number, recipient = "Orvelle"): PastAnswer => ({
  event,
  at,
  evidence: { recipient },
});
const choose = (answer: LineAnswer, recipient = "Orvelle") => ({ answer, evidence: { recipient } });

it.each<[string, ReturnType<typeof choose>, PastAnswer[], string[]]>([
  ["a first choice asks again what was done without one", choose("chose-return"), [], CARRIED_OUT],
  [
    "another choice asks again what was done under the one before",
    choose("chose-return"),
    [past("taken-back", 20), past("chose-deletion", 5)],
    CARRIED_OUT,
  ],
  [
    "another recipient is another choice",
    choose("chose-return", "Voltiris"),
    [past("taken-back", 20), past("chose-return", 5)],
    CARRIED_OUT,
  ],
  [
    "the same choice written anew asks nothing that followed it",
    choose("chose-return"),
    [past("taken-back", 20), past("chose-return", 5)],
    [],
  ],
  [
    "the same choice written anew asks what was done while none stood",
    choose("chose-return"),
    [past("taken-back", 8), past("chose-return", 5)],
    CARRIED_OUT,
  ],
  ["a choice that is taken back asks nothing yet", choose("taken-back"), [past("chose-return", 5)], []],
])("%s", (_, choice, before, expected) => expect(answersToReopen(LINES, choice, before)).toEqual(expected));
