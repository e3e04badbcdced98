import { describe, expect, it } from "vitest";
import ar from "@/lib/i18n/messages/ar/template-library.json";
import en from "@/lib/i18n/messages/en/template-library.json";
import fr from "@/lib/i18n/messages/fr/template-library.json";
import { TEMPLATES } from "./library";
import { QUESTIONS } from "./questions";
import { TEMPLATE_FAMILIES, type RecordTemplate } from "./types";

const used = (of: (template: RecordTemplate) => readonly string[]) =>
  [...new Set(TEMPLATES.flatMap(of))].sort();
const fieldsOf = (group: object) => Object.keys(group).sort();

describe.each([
  ["fr", fr],
  ["en", en],
  ["ar", ar],
] as const)("the words of the templates in %s", (_locale, words) => {
  it("are those in use, and no others", () => {
    expect(fieldsOf(words.families)).toEqual([...TEMPLATE_FAMILIES].sort());
    expect(fieldsOf(words.entries)).toEqual(used(({ code }) => [code]));
    expect(fieldsOf(words.operations)).toEqual(used(({ operations }) => operations));
    expect(fieldsOf(words.persons)).toEqual(used(({ persons }) => persons));
    expect(fieldsOf(words.data)).toEqual(used(({ data }) => data));
    expect(fieldsOf(words.tools)).toEqual(used(({ tools }) => tools));
    expect(fieldsOf(words.subProcessors)).toEqual(used(({ subProcessors }) => subProcessors));
    expect(fieldsOf(words.questions)).toEqual(Object.keys(QUESTIONS).sort());
    expect(fieldsOf(words.open)).toEqual(used(({ open }) => open.map(({ reason }) => reason)));
  });

  it("cite every article by which a question is asked, and no other", () => {
    for (const [code, { articles }] of Object.entries(QUESTIONS)) {
      const sentence = words.questions[code as keyof typeof words.questions];
      const cited = sentence.match(/[LRD]\d+-\d+|\d+(?:\((?:\d+|[a-z])\))+/g) ?? [];
      const plain = articles.filter((article) => /^\d+$/.test(article));
      expect([code, [...new Set(cited)].sort()]).toEqual([
        code,
        articles.filter((article) => !plain.includes(article)).sort(),
      ]);
      for (const article of plain) expect(sentence).toMatch(new RegExp(`(?<!\\d)${article}(?!\\d)`));
      expect(sentence).toMatch(/\.$/);
    }
  });

  it("call each template differently", () => {
    const titles = Object.values(words.entries).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
