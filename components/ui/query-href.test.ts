import { describe, expect, it } from "vitest";
import { queryHref } from "./query-href";

describe("queryHref", () => {
  it("leaves unsaid what is empty, and the view that a list opens with", () => {
    expect(queryHref("/a/contracts", { view: "all", q: "", after: undefined }, "all")).toBe("/a/contracts");
    expect(queryHref("/a/contracts", { view: "gaps", q: "é&", after: "" }, "all")).toBe(
      "/a/contracts?view=gaps&q=%C3%A9%26",
    );
  });

  it("keeps a word that is looked for, whatever it is called", () => {
    expect(queryHref("/a/contracts", { view: "all", q: "all" }, "all")).toBe("/a/contracts?q=all");
  });
});
