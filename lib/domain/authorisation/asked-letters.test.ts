import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CELL_STATES, authorisationCellOf } from "./authorisation-status";
import { AUTHORISATION_STATES } from "./types";
import { instant, holidays } from "./authorisation-status.fixture";

describe("whatever is asked, of whom and when", () => {
  const STORED = AUTHORISATION_STATES.filter((state) => state !== "expired" && state !== "not-objected");
  const anyInstant = fc.integer({ min: instant("2026-01-01"), max: instant("2028-01-01") });
  const anyRequest = fc.record({
    id: fc.uuid(),
    regime: fc.constantFrom("specific" as const, "general" as const),
    state: fc.constantFrom(...STORED),
    sentAt: fc.option(anyInstant),
    receivedAt: fc.option(anyInstant),
    days: fc.option(fc.integer({ min: 1, max: 60 })),
    lapsesAt: fc.option(anyInstant),
    zone: fc.constantFrom("Europe/Paris" as const, "Indian/Reunion" as const),
    holidays: fc.constantFrom(holidays, new Set<string>()),
    scopeDigest: fc.constantFrom("paris", "dakar"),
    conditions: fc.array(fc.record({ isMet: fc.boolean() }), { maxLength: 2 }),
  });
  const anyFacts = fc.record({
    requests: fc.array(anyRequest, { maxLength: 4 }),
    regime: fc.constantFrom("specific" as const, "general" as const),
    subProcessor: fc.record({
      hasContract: fc.boolean(),
      countries: fc.subarray(["FR", "MA", "US", "CH"]),
      coveredBy: fc.subarray(["US"]),
      laws: fc.subarray(["gdpr", "uk", "swiss"] as const),
      tool: fc.option(fc.record({ module: fc.constantFrom(2 as const, 3 as const), isOpen: fc.boolean() })),
      assessedOn: fc.option(fc.constantFrom("2026-05-01", "2027-05-01")),
      scopeDigest: fc.constantFrom("paris", "dakar"),
      isListed: fc.boolean(),
    }),
  });

  it("nothing is active with a piece missing, and nothing authorised and listed is kept from it without one", () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (stated, at) => {
        const { state, missing } = authorisationCellOf(stated, at);
        expect(CELL_STATES).toContain(state);
        if (state === "active") expect(missing).toEqual([]);
        if (missing.length === 0) expect(["active", "ended"]).toContain(state);
      }),
    );
  });

  it("the clock alone never authorises where each sub-processor wants a yes", () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, anyInstant, (stated, one, other) => {
        const specific = {
          ...stated,
          requests: stated.requests.map((asked) => ({
            ...asked,
            regime: "specific" as const,
            state: asked.state === "notified" ? ("submitted" as const) : asked.state,
          })),
        };
        const [before, after] = [Math.min(one, other), Math.max(one, other)];
        const lacked = authorisationCellOf(specific, before).missing.includes("authorisation");
        if (lacked) expect(authorisationCellOf(specific, after).missing).toContain("authorisation");
      }),
    );
  });

  it("a period ends on its day, whatever weekends and holidays there are", () => {
    fc.assert(
      fc.property(anyFacts, fc.array(fc.constantFrom(...holidays)), anyInstant, (stated, others, at) => {
        const elsewhere = {
          ...stated,
          requests: stated.requests.map((asked) => ({ ...asked, holidays: new Set(others) })),
        };
        const days = stated.requests.map(
          (asked) => authorisationCellOf({ ...stated, requests: [asked] }, at).day,
        );
        expect(
          elsewhere.requests.map((asked) => authorisationCellOf({ ...stated, requests: [asked] }, at).day),
        ).toEqual(days);
      }),
    );
  });

  it("is the same however often one looks", () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (stated, at) => {
        expect(authorisationCellOf(stated, at)).toEqual(authorisationCellOf(structuredClone(stated), at));
      }),
    );
  });
});
