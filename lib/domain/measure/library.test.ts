import { describe, expect, it } from "vitest";
import ar from "@/lib/i18n/messages/ar/measure-library.json";
import en from "@/lib/i18n/messages/en/measure-library.json";
import fr from "@/lib/i18n/messages/fr/measure-library.json";
import { isIsoControl, readIsoControls } from "./iso-controls";
import { LIBRARY, libraryEntry } from "./library";
import { FAMILIES, FAMILY_SHEETS, MEASURE_ARTICLES, SECURITY_LETTERS } from "./types";

const codes = LIBRARY.map(({ code }) => code);

describe("the library", () => {
  it("holds about forty measures, each under a code of its own", () => {
    expect(codes.length).toBeGreaterThanOrEqual(36);
    expect(codes.length).toBeLessThanOrEqual(48);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => libraryEntry(code)?.code === code)).toBe(true);
    expect(libraryEntry("constructor")).toBeUndefined();
  });

  it("uses every family, in their order", () => {
    expect([...new Set(LIBRARY.map(({ family }) => family))]).toEqual([...FAMILIES]);
  });

  it("draws on every sheet of CNIL's guide, each in one family", () => {
    const sheets = Object.values(FAMILY_SHEETS).flat();
    expect(sheets.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  it("serves every letter of article 32(1), 28(3)(b) and 33(2)", () => {
    for (const article of MEASURE_ARTICLES)
      expect([article, LIBRARY.some(({ articles }) => articles.includes(article))]).toEqual([article, true]);
    expect(SECURITY_LETTERS).toHaveLength(4);
  });

  it.each(LIBRARY.map((entry) => [entry.code, entry] as const))(
    "%s cites the law and the standard in order",
    (_, entry) => {
      expect(entry.articles.length).toBeGreaterThan(0);
      expect(readIsoControls(entry.iso.join(", "))).toEqual(entry.iso);
      expect(MEASURE_ARTICLES.filter((article) => entry.articles.includes(article))).toEqual(entry.articles);
    },
  );

  it.each([
    ["fr", fr],
    ["en", en],
    ["ar", ar],
  ])("says each in %s, concretely", (_locale, words) => {
    expect(Object.keys(words.entries).sort()).toEqual([...codes].sort());
    expect(Object.keys(words.families).sort()).toEqual([...FAMILIES].sort());
    const vague =
      /mesures? (appropriées?|adéquates?|adaptées?)|appropriate measures?|adequate measures?|التدابير المناسبة/i;
    for (const { title, text } of Object.values(words.entries)) {
      expect(title.length, title).toBeLessThanOrEqual(90);
      expect(text.length, title).toBeGreaterThanOrEqual(60);
      expect(text, title).toMatch(/\.$/);
      expect(`${title} ${text}`).not.toMatch(vague);
    }
    const titles = Object.values(words.entries).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe("controls of ISO/IEC 27002:2022", () => {
  it.each(["5.1", "5.37", "6.8", "7.14", "8.34"])("%s exists", (id) => expect(isIsoControl(id)).toBe(true));
  it.each(["5.0", "5.38", "6.9", "7.15", "8.35", "9.1", "4.1", "5.01", "5", "A.5.1", ""])(
    "« %s » does not",
    (id) => expect(isIsoControl(id)).toBe(false),
  );
  it("are read as people write them", () => {
    expect(readIsoControls("8.5, 5.17 ; 8.5\n5.2")).toEqual(["5.2", "5.17", "8.5"]);
    expect(readIsoControls("")).toEqual([]);
    expect(readIsoControls("8.5, 12.4.1")).toBeNull();
  });
});
