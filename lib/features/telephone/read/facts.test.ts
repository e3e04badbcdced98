import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "@/lib/domain/telephone-prospecting/evaluate";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { isFrenchPlace } from "@/lib/domain/telephone-prospecting/territories";
import { callQuerySchema, type CallQuery } from "@/lib/features/telephone/schema";
import words from "@/lib/i18n/messages/fr/telephone.json" with { type: "json" };
import { factsOf } from "./facts";

const query = (fields: Record<string, string>) => callQuerySchema.parse({ on: "2026-08-18", ...fields });

describe("factsOf", () => {
  it("knows nothing of what nobody answered", () => {
    const { bloctel, ...facts } = factsOf(query({}));
    expect(new Set(Object.values(facts))).toEqual(new Set([null]));
    expect(bloctel).toEqual({ scrubbedOn: null, isListed: null });
  });

  it.each([
    [{ refused: "no" }, "never"],
    [{ refused: "yes" }, null],
    [{ refused: "yes", refusedOn: "2026-08-18" }, null],
    [{ refused: "yes", refusedOn: "2026-08-17" }, Date.parse("2026-08-16T22:00:00Z")],
    [{ refused: "yes", refusedOn: "2026-02-30" }, null],
  ])("reads a refusal of %o", (fields: Record<string, string>, expected) => {
    expect(factsOf(query(fields)).refusal).toBe(expected);
  });

  it("claims no item of a consent of which some are missing", () => {
    const { consent } = factsOf(query({ consent: "yes", consentOn: "2026-08-01", items: "some" }));
    expect(consent === null || consent === "none" ? [] : Object.values(consent.items)).toEqual([
      false,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("reasons", () => {
  const answer = fc.constantFrom("", "yes", "no");
  const pick = (...values: string[]) => fc.constantFrom("", ...values);
  const day = pick("2025-09-01", "2026-08-01", "2026-08-14", "2026-08-17", "2027-09-01");
  const queries = fc.record({
    on: fc.constantFrom("2019-06-01", "2026-08-04", "2026-08-18", "2026-08-22", "2026-11-11"),
    territory: pick("FR", "NC", "PF"),
    audience: pick("consumer", "business"),
    channel: pick("voice"),
    sector: pick("housing-energy", "training-account", "insurance", "press", "other"),
    contract: pick("none", "related", "ongoing"),
    agreedTime: pick("none", "express", "precise"),
    attempts: pick("1", "4"),
    refused: answer,
    refusedOn: day,
    objected: answer,
    objectedOn: day,
    consent: answer,
    consentOn: day,
    consentUntil: day,
    withdrawn: answer,
    withdrawnOn: day,
    items: pick("all", "some"),
    proof: answer,
    callBack: answer,
    callBackOn: day,
    callBackProven: answer,
    callBackObject: answer,
    scrubbed: answer,
    scrubbedOn: day,
    listed: answer,
    shownNumber: pick("masked", "mobile", "platform", "other-french", "foreign"),
    authenticated: answer,
    abroad: answer,
    robot: answer,
    dialler: answer,
  });

  it("have a sentence each", () => {
    fc.assert(
      fc.property(queries, fc.nat(23), (fields, hour) => {
        const parsed: CallQuery = callQuerySchema.parse(fields);
        const at = Date.parse(`${fields.on}T00:00:00Z`) + hour * 3_600_000;
        const territories = isFrenchPlace(parsed.territory) ? [parsed.territory] : [];
        for (const { reason, rule } of evaluate({ at, territories }, factsOf(parsed), PROSPECTING_RULES))
          expect(Object.keys(words.reasons), rule).toContain(reason);
      }),
      { numRuns: 1500 },
    );
  });
});
