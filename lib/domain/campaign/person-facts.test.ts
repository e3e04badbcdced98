import { describe, expect, it } from "vitest";
import { personFacts, type ProvenChoice } from "./person-facts";

const at = Date.parse("2026-11-28T10:00:00Z");
const instant = (day: string) => Date.parse(`${day}T09:00:00Z`);
const allowed = (day: string, stated: Partial<ProvenChoice> = {}): ProvenChoice => ({
  act: "telephone",
  purpose: "",
  country: "",
  outcome: "allowed",
  decidedAt: instant(day),
  validUntil: "2027-08-31",
  proof: "FORM-17",
  source: "file",
  items: { identities: "yes", duration: "no" },
  ...stated,
});
const stopped = (day: string, stated: Partial<ProvenChoice> = {}) =>
  allowed(day, { outcome: "refused", validUntil: null, source: "call", proof: "", items: null, ...stated });
const facts = (...choices: ProvenChoice[]) => personFacts(choices, { purpose: "fibre", at });

describe("facts of a person", () => {
  it("are none without choices", () => {
    expect(facts()).toEqual({ consent: "none", refusal: "never", objection: "never" });
  });

  it("hold the last consent with its items and its proof", () => {
    expect(facts(allowed("2026-09-01"), allowed("2026-10-01", { purpose: "fibre" })).consent).toMatchObject({
      givenAt: instant("2026-10-01"),
      until: "2027-08-31",
      withdrawnAt: "never",
      hasProof: true,
      items: { identities: true, duration: false, freeChoice: null, withdrawal: null, proofAccess: null },
    });
  });

  it("hold no consent of another purpose, another act, or to come", () => {
    const others = [
      allowed("2026-09-01", { purpose: "énergie" }),
      allowed("2026-09-01", { act: "mail" }),
      allowed("2026-11-29"),
    ];
    expect(facts(...others).consent).toBe("none");
  });

  it("have a consent withdrawn by what came after it, and by nothing before", () => {
    expect(facts(allowed("2026-09-01"), stopped("2026-10-01"))).toMatchObject({
      consent: { withdrawnAt: instant("2026-10-01") },
      refusal: instant("2026-10-01"),
      objection: instant("2026-10-01"),
    });
    expect(facts(allowed("2026-10-02"), stopped("2026-10-01")).consent).toMatchObject({
      withdrawnAt: "never",
    });
    expect(facts(allowed("2026-10-01"), stopped("2026-10-01")).consent).toMatchObject({
      withdrawnAt: instant("2026-10-01"),
    });
  });

  it("take a refusal in a call for an objection too, and one by letter for an objection alone", () => {
    expect(facts(stopped("2026-10-01", { source: "letter" }))).toMatchObject({
      refusal: "never",
      objection: instant("2026-10-01"),
    });
  });
});
