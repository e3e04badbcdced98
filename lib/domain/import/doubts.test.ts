import { describe, expect, it } from "vitest";
import ar from "@/lib/i18n/messages/ar/import.json";
import en from "@/lib/i18n/messages/en/import.json";
import fr from "@/lib/i18n/messages/fr/import.json";
import { doubt, DOUBT_KEYS } from "./doubts";
import { IMPORT_TARGETS } from "./types";

describe.each([
  ["fr", fr],
  ["en", en],
  ["ar", ar],
])("the words of an import in %s", (_locale, words) => {
  it("say every doubt and every target, and no other", () => {
    expect(Object.keys(words.doubts).sort()).toEqual([...DOUBT_KEYS].sort());
    expect(Object.keys(words.targets).sort()).toEqual([...IMPORT_TARGETS].sort());
  });
});

describe("doubt", () => {
  it("quotes a cell on one line, cut to a sentence's length, never inside a character", () => {
    expect(doubt("dateNotRead", "  bientôt\n sans doute ").params).toEqual({ text: "bientôt sans doute" });
    expect(Array.from(doubt("dateNotRead", "🙂".repeat(200)).params.text!)).toHaveLength(120);
    expect(doubt("textCut", "", { characters: "300" }).params).toEqual({ characters: "300" });
  });
});
