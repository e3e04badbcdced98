import { expect, test } from "vitest";
import { shortenArticles } from "./gap-articles";

test.each([
  [["30(2)(a)", "30(2)(b)", "30(2)(d), 32(1)"], "30(2)(a) · (b) · (d) · 32(1)"],
  [["30(2)(a)", "30(2)(a), 27", "30(2)(a), 37"], "30(2)(a) · 27 · 37"],
  [["30(2)(c)"], "30(2)(c)"],
  [["28(2)", "28(3)(a)", "8(1)"], "28(2) · 28(3)(a) · 8(1)"],
  [[], ""],
])("%j reads %s", (articles, expected) => {
  expect(shortenArticles(articles)).toBe(expected);
});
