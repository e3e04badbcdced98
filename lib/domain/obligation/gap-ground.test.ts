import { describe, expect, it } from "vitest";
import type { GroundFacts, SourceOfDuty } from "./duty-ground";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { articleOf, DUTIES } from "@/lib/domain/compliance/duties";
import { FINDING_CODES } from "@/lib/domain/compliance/finding-codes";
import { fineTierOfGap, gapProvisions, mergeProvisions } from "./gap-ground";

const clientOf = (stated: Partial<LawFacts>): LawFacts => ({
  country: null,
  establishments: [],
  targeting: "no",
  targetCountries: [],
  address: "",
  ...stated,
});

/** Sources that the gaps of a client may name, by its laws; what is silent falls to the contract or to a rule of one's own. */
const CLIENTS: Record<string, { client: LawFacts; laws: readonly SourceOfDuty[] }> = {
  french: { client: clientOf({ country: "FR" }), laws: ["gdpr"] },
  british: { client: clientOf({ country: "GB" }), laws: ["uk-gdpr"] },
  swiss: { client: clientOf({ country: "CH" }), laws: ["fadp"] },
  moroccan: { client: clientOf({ country: "MA" }), laws: ["law0908"] },
  "of New Caledonia": { client: clientOf({ country: "NC" }), laws: ["french-1978"] },
  "moroccan, established in France": {
    client: clientOf({ country: "MA", establishments: ["FR"] }),
    laws: ["gdpr", "law0908"],
  },
  american: { client: clientOf({ country: "US" }), laws: ["unknown"] },
  "of an unknown seat": { client: clientOf({}), laws: ["seat-unknown"] },
};

const GAPS = DUTIES.flatMap((duty) => FINDING_CODES[duty].map((code) => ({ duty, code })));
const WITHOUT_LAW: readonly SourceOfDuty[] = ["contract", "own", "clauses"];
/** Rules of one law alone, which are asked of its clients alone. */
const OF_ONE_LAW = /^(?:09-08|UK GDPR|FADP)/;

const factsOf = (client: LawFacts, hasContract: boolean): GroundFacts => ({
  clients: [applicableLaws(client, { on: "2026-11-30" })],
  isOfOneClient: true,
  hasContract,
  isProcessorBound: false,
});

describe.each(Object.keys(CLIENTS))("gaps of a client that is %s", (name) => {
  const { client, laws } = CLIENTS[name]!;

  it.each([true, false])("name its laws and no other, contract %s", (hasContract) => {
    const facts = factsOf(client, hasContract);
    const named = new Set<SourceOfDuty>();
    for (const gap of GAPS) {
      const provisions = gapProvisions([gap], facts);
      expect(provisions, `${gap.duty} ${gap.code}`).not.toEqual([]);
      if (OF_ONE_LAW.test(articleOf(gap.duty, gap.code))) continue;
      for (const { source } of provisions) named.add(source);
    }
    const ofLaw = [...named].filter((source) => !WITHOUT_LAW.includes(source));
    expect(ofLaw.toSorted()).toEqual(hasContract && laws[0] === "unknown" ? [] : [...laws].toSorted());
  });
});

it("cites the article of each law, several of one law together", () => {
  const facts = factsOf(clientOf({ country: "MA", establishments: ["FR"] }), true);
  expect(gapProvisions([{ duty: "contract", code: "none" }], facts)).toEqual([
    { source: "gdpr", article: "28(3)" },
    { source: "law0908", article: "23(3)" },
  ]);
  const british = factsOf(clientOf({ country: "GB" }), true);
  const gaps = ["K17", "K20"].map((code) => ({ duty: "contract" as const, code }));
  expect(gapProvisions(gaps, british)).toEqual([{ source: "uk-gdpr", article: "28(3)(f), 28(3)(g), 32" }]);
});

it("lists of several clients each text once", () => {
  const [french, moroccan] = ["FR", "MA"].map((country) =>
    gapProvisions([{ duty: "contract", code: "none" }], factsOf(clientOf({ country }), true)),
  );
  expect(mergeProvisions([french!, moroccan!, french!])).toEqual([...french!, ...moroccan!]);
});

describe("the ceiling of fines of a gap", () => {
  const french = factsOf(clientOf({ country: "FR" }), true);
  const missing = { duty: "contract", code: "K08" } as const;
  const tierOf = (gap: Parameters<typeof fineTierOfGap>[0], parties: readonly GroundFacts[]) =>
    fineTierOfGap(gap, parties, "2026-12-01")?.tier ?? null;

  it("is named where the GDPR binds the processor itself", () => {
    expect(tierOf(missing, [{ ...french, isProcessorBound: true }])).toBe("83(4)");
  });

  it("is none where its contracts alone bind it", () => {
    expect(tierOf(missing, [{ ...french, isProcessorBound: false }])).toBeNull();
  });

  it("is none of a review, whose date is chosen", () => {
    const gap = { duty: "reviews", code: "review" } as const;
    expect(tierOf(gap, [{ ...french, isProcessorBound: true }])).toBeNull();
  });
});
