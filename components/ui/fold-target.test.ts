import { describe, expect, it } from "vitest";
import { isLinkInto } from "./fold-target";

const ELEMENTS: Readonly<Record<string, "inside" | "outside">> = {
  "clause-K07": "inside",
  été: "inside",
  content: "outside",
};

/** A fold of named elements, in a section of this id. */
function foldIn(section: string | null) {
  return {
    contains: (other: string | null) => other === "inside",
    closest: () => (section === null ? null : { id: section }),
    ownerDocument: { getElementById: (id: string) => ELEMENTS[id] ?? null },
  };
}

describe("a link into a fold", () => {
  it("names what stands in it, or the section that it fills", () => {
    expect(isLinkInto(foldIn("clauses"), "#clause-K07")).toBe(true);
    expect(isLinkInto(foldIn("clauses"), "#clauses")).toBe(true);
    expect(isLinkInto(foldIn("clauses"), "#%C3%A9t%C3%A9")).toBe(true);
  });

  it("is no link to the page, to what stands elsewhere, or to nothing", () => {
    expect(isLinkInto(foldIn("clauses"), "#content")).toBe(false);
    expect(isLinkInto(foldIn(null), "#unknown")).toBe(false);
    expect(isLinkInto(foldIn("clauses"), "")).toBe(false);
    expect(isLinkInto(foldIn("clauses"), "#%")).toBe(false);
  });
});
