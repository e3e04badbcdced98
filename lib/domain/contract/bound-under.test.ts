import { describe, expect, it } from "vitest";
import { isBoundUnder, type StoredBinding } from "./bound-under";
import { emptyContent } from "./content";

const ON = "2026-12-01";
const DATES = { signedOn: "2026-01-05", effectiveOn: "2026-01-05", noticeGivenOn: null, endedOn: null };

function stating(binding: "direct_3_2" | "contractual_only" | null): StoredBinding {
  const { deed } = emptyContent();
  return { ...DATES, content: { deed: { ...deed, terms: { ...deed.terms, binding } }, amendments: [] } };
}

describe("whether the GDPR binds the processor itself for a client, article 3", () => {
  it.each([
    ["contractual-only", [], false],
    ["direct-3-2", [], true],
    ["contractual-only", [stating("direct_3_2")], true],
    ["contractual-only", [stating(null), stating("direct_3_2")], true],
    ["contractual-only", [{ ...DATES, content: null }], false],
    ["direct-3-2", [stating("contractual_only")], false],
    ["union-establishment", [stating("contractual_only")], true],
  ] as const)("usually %s", (usual, contracts, isBound) => {
    expect(isBoundUnder(contracts, { usual, on: ON })).toBe(isBound);
  });

  it("is asked of an amendment from its day on", () => {
    const { deed } = emptyContent();
    const amendment = {
      id: "0197b6a0-0000-7000-8000-000000000001",
      title: "Avenant 1",
      signedOn: "2026-06-01",
      effectiveOn: "2026-07-01",
      says: { terms: { binding: "direct_3_2" } },
    };
    const contract = { ...DATES, content: { deed, amendments: [amendment] } };
    const isBound = (on: string) => isBoundUnder([contract], { usual: "contractual-only", on });
    expect([isBound("2026-06-30"), isBound("2026-07-01")]).toEqual([false, true]);
  });
});
