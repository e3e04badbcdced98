import { describe, expect, it } from "vitest";
import { isSameLine, placeLine, standingLines, type InformedKind, type PlacedLine } from "./informed-lines";

const AWARE = Date.parse("2026-11-27T21:30:20Z");
const MINUTE = 60_000;

describe("placeLine", () => {
  it.each<[string, InformedKind, number, number | null, PlacedLine]>([
    ["a call before our awareness", "call-made", AWARE - 150 * MINUTE, AWARE, { key: "beforeAware" }],
    ["an unanswered call before it", "no-answer", AWARE - MINUTE, AWARE, { key: "beforeAware" }],
    ["an acknowledgement before it", "acknowledged", AWARE - MINUTE, AWARE, { key: "beforeAware" }],
    ["knowledge from elsewhere before it", "known-elsewhere", AWARE - MINUTE, AWARE, { at: AWARE - MINUTE }],
    ["a call within its minute", "call-made", AWARE - 20_000, AWARE, { at: AWARE }],
    ["a call after it", "call-made", AWARE + MINUTE, AWARE, { at: AWARE + MINUTE }],
    ["a call while nobody is aware", "call-made", AWARE, null, { key: "notAware" }],
  ])("of %s", (_, kind, at, awareAt, expected) => expect(placeLine(kind, at, awareAt)).toEqual(expected));
});

describe("isSameLine", () => {
  const line = { kind: "call-made", at: AWARE, who: "Yann Le Guellec", contactId: null };
  it.each([
    ["the same name otherwise cased and accented", { who: "YANN  LE GUELLÉC" }, true],
    ["another person", { who: "Nadia" }, false],
    ["another instant", { at: AWARE + MINUTE }, false],
    ["another kind", { kind: "no-answer" }, false],
  ])("with %s", (_, other, expected) => expect(isSameLine(line, { ...line, ...other })).toBe(expected));

  it("knows a contact by its row, however it is written", () => {
    const contact = { ...line, contactId: "c" };
    expect(isSameLine(contact, { ...contact, who: "Yann" })).toBe(true);
  });
});

it("counts neither what is corrected nor what withdraws", () => {
  const line = (id: string, kind: string, correctsId: string | null = null) => ({ id, kind, correctsId });
  const lines = [
    line("a", "call-made"),
    line("b", "call-made", "a"),
    line("c", "acknowledged"),
    line("d", "withdrawn", "c"),
    line("e", "no-answer"),
  ];
  expect(standingLines(lines).map(({ id }) => id)).toEqual(["b", "e"]);
});
