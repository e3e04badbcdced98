import { describe, expect, it, test } from "vitest";
import { LOCALES } from "./locale";
import { loadMessages, NAMESPACES, pickMessages, withShared } from "./messages";
import { translator } from "./translator";

test("every language has every noun", async () => {
  for (const locale of LOCALES)
    expect(Object.keys(await loadMessages(locale)).sort()).toEqual([...NAMESPACES].sort());
});

test("only the nouns asked for reach the browser", async () => {
  const picked = pickMessages(await loadMessages("fr"), ["ui"]);
  expect(Object.keys(picked)).toEqual(["ui"]);
});

test("outside React, plurals follow the language and Arabic keeps European digits", async () => {
  const translate = await Promise.all(LOCALES.map((locale) => translator(locale, "ui")));
  expect(translate.map((t) => t("gaps", { count: 1 }))).toEqual(["1 lacune", "1 gap", "نقص واحد"]);
  expect(translate.map((t) => t("gaps", { count: 3 }))).toEqual(["3 lacunes", "3 gaps", "3 نواقص"]);
  expect(translate[0]!("gaps", { count: 0 })).toBe("0 lacune");
});

test("a letter never leaves with a key in it", async () => {
  const t = await translator("fr", "ui");
  expect(() => t("no-such-sentence")).toThrow();
});

describe("what a noun says in shared places", () => {
  it("is added to their words, beside those that are there", () => {
    const journal = { events: { measure_created: "Measure added" }, title: "Journal" };
    const visit = { title: "Visits", shared: { journal: { events: { visit_created: "Visit added" } } } };
    expect(withShared({ journal, visit }).journal).toEqual({
      events: { measure_created: "Measure added", visit_created: "Visit added" },
      title: "Journal",
    });
  });

  it("leaves words as they are where no noun says anything there", () => {
    const messages = { journal: { title: "Journal" }, ui: { close: "Close" } };
    expect(withShared(messages)).toEqual(messages);
  });
});
