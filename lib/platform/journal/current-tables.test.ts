import { expect, it } from "vitest";
import { NOUN_TABLES } from "@/lib/domain/nouns/tables";
import { CURRENT_TABLES, SEALED_TABLES } from "./current-tables";

/** Rows of nouns whose states need no entry. One more is added here by hand, once its reason has been read. */
const READ_BY_HAND = ["consultation_person", "notification_reading", "internal_note_mention"];

it("lets rows of nouns change without an entry only where their manifest says why", () => {
  const ofNouns = NOUN_TABLES.filter(({ kind }) => kind === "row").map(({ name }) => name);
  const sealed = CURRENT_TABLES.filter(({ name, needsEntry }) => ofNouns.includes(name) && !needsEntry);
  expect(sealed.map(({ name }) => name)).toEqual(READ_BY_HAND);
  for (const table of NOUN_TABLES)
    if (table.kind === "row" && table.sealed !== undefined) expect(table.sealed).toMatch(/\w+ \w+/);
});

it("names no table of a noun in the list of the others", () => {
  const names = NOUN_TABLES.map(({ name }) => name);
  expect(Object.keys(SEALED_TABLES).filter((name) => names.includes(name))).toEqual([]);
});

it("takes every other table for one whose states need an entry", () => {
  const free = CURRENT_TABLES.filter(({ needsEntry }) => !needsEntry).map(({ name }) => name);
  expect(free.toSorted()).toEqual([...Object.keys(SEALED_TABLES), ...READ_BY_HAND].toSorted());
});
