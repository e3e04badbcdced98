import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBelow, placeLinks, placeRefusal, removalRefusal, withLink } from "./chain";
import { linkWith } from "./sub-processor.fixture";

const CHAIN = [
  linkWith("a"),
  linkWith("a1", { under: "a" }),
  linkWith("b"),
  linkWith("a11", { under: "a1" }),
  linkWith("a2", { under: "a" }),
];

describe("placeLinks", () => {
  it("puts each link below the one it works under, to any depth", () => {
    expect(placeLinks(CHAIN).map(({ link, depth, number }) => [link.id, depth, number])).toEqual([
      ["a", 1, "1"],
      ["a1", 2, "1.1"],
      ["a11", 3, "1.1.1"],
      ["a2", 2, "1.2"],
      ["b", 1, "2"],
    ]);
  });

  it("shows at the top a link whose place is unknown", () => {
    expect(placeLinks([linkWith("x", { under: "gone" })])).toMatchObject([{ depth: 1, number: "1" }]);
  });

  it("shows every link once, whatever the order in which they were named", () => {
    const chains = fc
      .array(fc.nat(), { maxLength: 12 })
      .map((seeds) =>
        seeds.map((seed, at) => linkWith(`l${at}`, { under: at === 0 ? null : `l${seed % at}` })),
      )
      .chain((links) => fc.shuffledSubarray(links, { minLength: links.length }));
    fc.assert(
      fc.property(chains, (links) => {
        const placed = placeLinks(links);
        expect(placed.map(({ link }) => link.id).sort()).toEqual(links.map(({ id }) => id).sort());
        for (const { link, depth } of placed) {
          const above = placed.find((other) => other.link.id === link.under);
          expect(depth).toBe(above ? above.depth + 1 : 1);
        }
      }),
    );
  });
});

describe("placeRefusal", () => {
  it.each([
    [linkWith("new", { under: "a11" }), null],
    [linkWith("new", { under: "gone" }), "underGone"],
    [linkWith("a", { under: "a" }), "underItself"],
    [linkWith("a", { under: "a11" }), "underItself"],
    [linkWith("a11", { under: "b" }), null],
  ])("%j", (link, key) => {
    expect(placeRefusal(CHAIN, link)?.key ?? null).toBe(key);
  });
});

describe("removalRefusal", () => {
  it.each([
    ["a11", null],
    ["a1", "hasLinksBelow"],
    ["gone", "linkGone"],
  ])("%s", (id, key) => {
    expect(removalRefusal(CHAIN, id)?.key ?? null).toBe(key);
  });
});

it("knows what stands below what, and gives up where somebody stands below itself", () => {
  expect(isBelow(CHAIN, "a11", "a")).toBe(true);
  expect(isBelow(CHAIN, "a", "a11")).toBe(false);
  const circle = [linkWith("p", { under: "q" }), linkWith("q", { under: "p" })];
  expect(isBelow(circle, "p", "other")).toBe(false);
});

it("says a link anew in its place, and a new one last", () => {
  expect(withLink(CHAIN, linkWith("b", { name: "Other" }))[2]).toMatchObject({ id: "b", name: "Other" });
  expect(withLink(CHAIN, linkWith("c")).at(-1)!.id).toBe("c");
});
