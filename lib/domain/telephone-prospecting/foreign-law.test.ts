import { expect, it } from "vitest";
import type { Consent, UndatedFacts } from "./facts";
import { judgeForeign, type ForeignAsked } from "./foreign-law";

const at = Date.parse("2026-12-01T10:00:00Z");
const NEVER: ForeignAsked = {
  at,
  facts: { objection: "never", refusal: "never", consent: "none", channel: "voice", isRobot: false },
  laws: [],
};
const objected = Date.parse("2026-11-01T10:00:00Z");
const agreement = (more: Partial<Consent>): Consent => ({
  givenAt: Date.parse("2026-11-10T10:00:00Z"),
  until: null,
  withdrawnAt: "never",
  items: { identities: true, freeChoice: true, duration: true, withdrawal: true, proofAccess: true },
  hasProof: true,
  ...more,
});
const verdicts = (country: string, more: Partial<ForeignAsked["facts"]>, laws: ForeignAsked["laws"] = []) =>
  judgeForeign(country, { at, facts: { ...NEVER.facts, ...more }, laws }).map(
    ({ verdict, reason, article }) => `${verdict} ${reason} ${article}`.trim(),
  );

it("leaves the law of a country in doubt", () => {
  expect(verdicts("BE", {})).toEqual(["doubt foreign-law"]);
  expect(verdicts("MA", {}, ["gdpr"])).toEqual(["doubt foreign-law-MA loi 09-08, art. 10"]);
});

it.each([
  ["BE", [], "broken foreign-objection 21(2)–(3) RGPD"],
  ["MA", [], "broken foreign-objection loi 09-08, art. 9"],
  ["GB", [], "broken foreign-objection UK GDPR 21(2)–(3)"],
  ["SN", ["gdpr"], "broken foreign-objection 21(2)–(3) RGPD"],
  ["CH", ["uk-gdpr"], "broken foreign-objection UK GDPR 21(2)–(3)"],
  ["SN", ["law-09-08"], "broken foreign-objection loi 09-08, art. 9"],
  ["CH", [], "doubt foreign-objection-CH LPD 30(2)(b) ; LCD 3(1)(u)"],
  ["CH", ["swiss-fadp"], "doubt foreign-objection-CH LPD 30(2)(b) ; LCD 3(1)(u)"],
  ["SN", ["swiss-fadp"], "doubt foreign-objection-CH LPD 30(2)(b) ; LCD 3(1)(u)"],
  ["CH", ["swiss-fadp", "gdpr"], "broken foreign-objection 21(2)–(3) RGPD"],
  ["BE", ["swiss-fadp"], "broken foreign-objection 21(2)–(3) RGPD"],
  ["SN", ["other"], "doubt foreign-objection"],
  ["SN", [], "doubt foreign-objection"],
] as const)("judges an objection from %s by the law of the client first: %s", (country, laws, expected) => {
  expect(verdicts(country, { objection: objected }, laws)[0]).toBe(expected);
});

it("leaves a refusal on the telephone to a person, with the article to read", () => {
  expect(verdicts("BE", { refusal: objected })[0]).toBe("doubt foreign-refusal 21(2)–(3) RGPD");
});

it.each([
  ["stands", {}, false],
  ["was withdrawn", { withdrawnAt: Date.parse("2026-11-20T10:00:00Z") }, true],
  ["has ended", { until: "2026-11-15" }, true],
  ["was given before", { givenAt: objected - 1 }, true],
  ["comes after the call", { givenAt: at + 1 }, true],
  ["is withdrawn after the call", { withdrawnAt: at + 1 }, false],
] as const)("lets an objection stand where the agreement since then %s: %s", (_, more, isStopped) => {
  const found = verdicts("BE", { objection: objected, consent: agreement(more) });
  expect(found.includes("broken foreign-objection 21(2)–(3) RGPD")).toBe(isStopped);
});

it.each([
  ["a machine that speaks", { isRobot: true }],
  ["a message", { channel: "written" as const }],
])("forbids %s to Morocco without a consent that stands, law 09-08 art. 10", (_, more) => {
  const broken = "broken foreign-consent-MA loi 09-08, art. 10";
  expect(verdicts("MA", { ...more, consent: "none" })[0]).toBe(broken);
  expect(verdicts("MA", { ...more, consent: agreement({ until: "2026-11-15" }) })[0]).toBe(broken);
  expect(verdicts("MA", { ...more, consent: null })[0]).toBe(
    "doubt foreign-consent-unknown-MA loi 09-08, art. 10",
  );
  expect(verdicts("MA", { ...more, consent: agreement({}) })).toEqual([
    "doubt foreign-law-MA loi 09-08, art. 10",
  ]);
  expect(verdicts("BE", { ...more, consent: "none" })).toEqual(["doubt foreign-law"]);
});

it("asks no consent of a person who calls to Morocco: the law says nothing of it", () => {
  expect(verdicts("MA", { consent: "none" })).toEqual(["doubt foreign-law-MA loi 09-08, art. 10"]);
});

it("lets what was said on a day that nobody gave stand, and doubts what was said on the day of the call", () => {
  const said = (undated: UndatedFacts, more: Partial<ForeignAsked["facts"]> = {}) => {
    const facts = { ...NEVER.facts, objection: null, refusal: null, ...more, undated };
    return judgeForeign("BE", { ...NEVER, facts })
      .map(({ verdict, reason }) => `${verdict} ${reason}`)
      .filter((one) => one !== "doubt foreign-law");
  };
  expect(said({ objection: "unknown", refusal: "unknown" })).toEqual(["broken foreign-objection"]);
  expect(said({ objection: "same-day" })).toEqual(["doubt foreign-objection"]);
  expect(said({ objection: "unknown" }, { consent: agreement({}) })).toEqual(["doubt foreign-objection"]);
  expect(said({ refusal: "unknown" })).toEqual(["doubt foreign-refusal"]);
  expect(said({ withdrawal: "unknown" })).toEqual(["doubt foreign-withdrawal"]);
  expect(said({})).toEqual([]);
});

it.each([
  ["BE", [], "7(3) RGPD"],
  ["SN", ["gdpr"], "7(3) RGPD"],
  ["MA", ["gdpr"], "7(3) RGPD"],
  ["MA", ["law-09-08"], "loi 09-08, art. 9"],
  ["MA", [], "loi 09-08, art. 9"],
  ["GB", [], "UK GDPR 7(3)"],
  ["CH", [], "LPD 30(2)(b)"],
  ["SN", ["swiss-fadp"], "LPD 30(2)(b)"],
  ["SN", [], ""],
] as const)(
  "names a withdrawn consent in %s by the law of the client first: %s",
  (country, laws, article) => {
    const withdrawn = agreement({ withdrawnAt: Date.parse("2026-11-20T10:00:00Z") });
    expect(verdicts(country, { consent: withdrawn }, laws)[0]).toBe(
      `doubt foreign-withdrawal ${article}`.trim(),
    );
  },
);
