import { describe, expect, it } from "vitest";
import { CLAUSE_IDS, CLAUSES, clauseOf, clausesAskedFor, REJECTS } from "./clauses";

const none = { isGeneral: false, reachesThirdCountry: false, reachesMorocco: false };
const idsFor = (facts: Partial<typeof none>, on = "2026-11-24") =>
  clausesAskedFor({ ...none, ...facts }, on).map(({ id }) => id);

describe("the table of clauses", () => {
  it("holds each clause once, in the order of the ids", () => {
    expect(CLAUSES.map(({ id }) => id)).toEqual([...CLAUSE_IDS]);
  });

  it("uses every reject somewhere", () => {
    expect([...new Set(CLAUSES.flatMap(({ rejects }) => rejects))].sort()).toEqual([...REJECTS].sort());
  });

  it.each([
    ["K01", "28(3)"],
    ["K11", "28(3)(b)"],
    ["K14", "28(2)"],
    ["K20", "28(3)(g)"],
    ["K24", "28(9)"],
    ["K25", "44, 46"],
    ["K26", "09-08: 23(3)-(4)"],
  ] as const)("%s stands on %s", (id, article) => expect(clauseOf(id).article).toBe(article));
});

describe("clausesAskedFor", () => {
  it("asks for all but the occasional ones of a contract within the Union under a specific authorisation", () => {
    expect(idsFor({})).toEqual(CLAUSE_IDS.filter((id) => !["K14", "K25", "K26"].includes(id)));
  });

  it.each([
    ["K14", { isGeneral: true }],
    ["K25", { reachesThirdCountry: true }],
    ["K26", { reachesMorocco: true }],
  ] as const)("asks for %s only in its case", (id, facts) => {
    expect(idsFor(facts)).toContain(id);
    expect(idsFor({})).not.toContain(id);
  });

  it("asks for nothing of the GDPR before it applied, and for the Moroccan contract already", () => {
    expect(
      idsFor({ isGeneral: true, reachesThirdCountry: true, reachesMorocco: true }, "2018-05-24"),
    ).toEqual(["K26"]);
  });
});
