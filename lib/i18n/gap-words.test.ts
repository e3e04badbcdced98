import { describe, expect, it } from "vitest";
import ar from "@/lib/i18n/messages/ar/gaps.json";
import en from "@/lib/i18n/messages/en/gaps.json";
import fr from "@/lib/i18n/messages/fr/gaps.json";
import { readShape } from "@/lib/i18n/message-arguments";
import { assess, RULES, gapMessageKey } from "@/lib/domain/processing-record/completeness";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { caseWith, ownCaseWith } from "@/lib/domain/processing-record/examples.fixture";
import { MENTIONS } from "@/lib/domain/processing-record/mentions";
import { OWN_TABLE } from "@/lib/domain/processing-record/own-rules.fixture";
import { TABLE } from "@/lib/domain/processing-record/rules.fixture";

const PARTIES = [
  "controller",
  "controllerContact",
  "controllerRepresentative",
  "controllerDpo",
  "processor",
  "processorRepresentative",
  "processorDpo",
  "organisation",
  "organisationRepresentative",
  "organisationDpo",
];
const RULE_IDS = [...new Set(Object.values(RULES).flatMap((rules) => rules.map(({ id }) => id)))];

describe.each([
  ["fr", fr],
  ["en", en],
  ["ar", ar],
])("the words of gaps in %s", (_locale, words: Record<string, unknown>) => {
  it.each(RULE_IDS)("%s says what is wrong, what to write and why", (rule) => {
    expect(words[gapMessageKey(rule).replace("gaps.", "")]).toEqual({
      short: expect.stringMatching(/./),
      write: expect.stringMatching(/./),
      why: expect.stringMatching(/./),
    });
  });

  it.each([
    ...TABLE.map(([rule, broken]) => [rule, "30(2)", caseWith(broken)] as const),
    ...OWN_TABLE.map(([rule, broken]) => [rule, "30(1)", ownCaseWith(broken)] as const),
  ])("%s gives its sentences under %s all they ask for", (rule, _article, broken) => {
    const gap = assess(broken).find((found) => found.rule === rule);
    const sentences = words[gapMessageKey(rule).replace("gaps.", "")] as Record<string, string>;
    const asked = Object.values(sentences).flatMap((sentence) => readShape(sentence).asks);
    const given = Object.entries(gap!.params).flatMap(([name, value]) => (value === "" ? [] : name));
    expect(asked.filter((ask) => !given.some((name) => ask.startsWith(name)))).toEqual([]);
  });

  it("says nothing of rules that do not exist", () => {
    const known = RULE_IDS.map((id) => gapMessageKey(id).replace("gaps.", ""));
    const stated = Object.keys(words).filter((key) => /^(REG|ADV|SUB|MINORS)1?-/.test(key));
    expect(stated.sort()).toEqual(known.sort());
  });

  it("names every field and every mention", () => {
    const fields = [...Object.keys(recordContentSchema.shape), ...PARTIES];
    expect(Object.keys(words.fields as object).sort()).toEqual(fields.sort());
    const mentions = Object.values(MENTIONS).flatMap((register) => register.map(({ id }) => id as string));
    expect(Object.keys(words.mentions as object).sort()).toEqual([...new Set(mentions)].sort());
  });
});
