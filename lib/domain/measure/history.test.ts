import { describe, expect, it } from "vitest";
import { changedFields } from "./history";
import { isReviewDue } from "./review";

describe("changedFields", () => {
  const first = { title: "", articles: ["32(4)"], since: null, owner: "Accueil" };
  it.each([
    [first, undefined, []],
    [first, first, []],
    [{ ...first, title: "Casiers", articles: ["32(4)", "32(2)"] }, first, ["title", "articles"]],
    [{ ...first, retiredAt: "2026-11-25T00:00:00Z" }, first, []],
    [{ ...first, since: "2024" }, first, ["since"]],
  ])("%o after %o", (now, before, changed) => expect(changedFields(now, before)).toEqual(changed));
});

describe("isReviewDue", () => {
  it.each([
    [null, false],
    ["2026", false],
    ["2026-11", false],
    ["2026-11-25", false],
    ["2026-11-24", true],
    ["2026-10", true],
    ["2025", true],
  ])("%s on 25 November 2026: %s", (reviewOn, due) => expect(isReviewDue(reviewOn, "2026-11-25")).toBe(due));
});
