import { describe, expect, it } from "vitest";
import { isLinkInto } from "./fold-target";

type Fold = Parameters<typeof isLinkInto>[0];

// Stand for nodes, of which only the identity is compared: these tests have no document.
const INSIDE = { name: "inside" } as unknown as Node;
const OUTSIDE = { name: "outside" } as unknown as Node;

function foldIn(section: string | null): Fold {
  const nodes: Record<string, Node> = { "clause-K07": INSIDE, été: INSIDE, content: OUTSIDE };
  return {
    contains: (other) => other === INSIDE,
    closest: () => (section === null ? null : { id: section }),
    ownerDocument: { getElementById: (id) => nodes[id] ?? null },
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
