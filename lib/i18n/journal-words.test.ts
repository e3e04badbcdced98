import { expect, test } from "vitest";
import { JOURNAL_EVENTS, SUBJECT_NOUNS } from "@/lib/domain/nouns/events";
import { loadMessages } from "./messages";

const words = (await loadMessages("fr")).journal as Record<"events" | "nouns", Record<string, string>>;

// The other languages have the same keys: `messages-check` sees to it.
test("every event and every noun of the journal has its words", () => {
  const events = Object.keys(JOURNAL_EVENTS).map((event) => event.replaceAll(".", "_"));
  expect(Object.keys(words.events).sort()).toEqual(events.sort());
  expect(Object.keys(words.nouns).sort()).toEqual([...SUBJECT_NOUNS].sort());
});
