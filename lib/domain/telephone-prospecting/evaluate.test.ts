import { describe, expect, it } from "vitest";
import { evaluate, verdictOf } from "./evaluate";
import { SALE_CONDITIONS, type ProspectingFacts } from "./facts";
import { callAt, CLEAN, consentGiven } from "./prospecting.fixture";
import { PROSPECTING_RULES, type RuleId } from "./statute";
import { type Territory } from "./territories";

const SALE = { own: true, similar: true, collected: true, refusalThen: true, refusalEach: true };
const CONSENT = consentGiven("2026-07-01", { until: "2027-06-30" });
/** Working Tuesdays on which everything but the rule is well. */
const OLD = "2026-08-04T09:00:00Z";
const NEW = "2026-08-18T09:00:00Z";

function verdictFor(
  rule: RuleId,
  instant: string,
  facts: Partial<ProspectingFacts>,
  ...territories: Territory[]
) {
  const found = evaluate(callAt(instant, ...territories), { ...CLEAN, ...facts }, PROSPECTING_RULES);
  const finding = found.find((one) => one.rule === rule);
  return finding ? `${finding.verdict} ${finding.reason}` : "nothing";
}

describe("evaluate", () => {
  it("finds nothing against a clean call under the law before consent", () => {
    expect(verdictOf(evaluate(callAt(OLD), CLEAN, PROSPECTING_RULES))).toBe("met");
  });

  it("finds nothing against a call with consent under the law since", () => {
    expect(verdictOf(evaluate(callAt(NEW), { ...CLEAN, consent: CONSENT }, PROSPECTING_RULES))).toBe("met");
  });

  // Each rule on both sides of each of its dates, to the second, at midnight in Paris.
  it.each<[RuleId, string, Partial<ProspectingFacts>, string]>([
    ["T1", "2016-05-31T21:59:59Z", { bloctel: { scrubbedOn: "never", isListed: true } }, "nothing"],
    [
      "T1",
      "2016-05-31T22:00:00Z",
      { bloctel: { scrubbedOn: "never", isListed: true } },
      "broken bloctel-listed",
    ],
    [
      "T1",
      "2026-08-10T21:59:59Z",
      { bloctel: { scrubbedOn: "never", isListed: true } },
      "broken bloctel-listed",
    ],
    ["T1", "2026-08-10T22:00:00Z", { bloctel: { scrubbedOn: "never", isListed: true } }, "nothing"],
    ["T2", "2020-07-25T21:59:59Z", { sector: "housing-energy" }, "nothing"],
    ["T2", "2020-07-25T22:00:00Z", { sector: "housing-energy" }, "broken sector-prohibited"],
    ["T4", "2019-12-31T22:59:59Z", { shownNumber: "masked" }, "warning number-masked"],
    ["T4", "2019-12-31T23:00:00Z", { shownNumber: "masked" }, "broken number-masked"],
    ["T5a", "2023-02-28T22:59:59Z", {}, "nothing"],
    ["T5a", "2023-02-28T23:00:00Z", {}, "broken hours-outside"],
    ["T5a", "2026-08-10T21:59:59Z", { agreedTime: "express" }, "met hours-agreed"],
    ["T5a", "2026-08-10T22:00:00Z", { agreedTime: "express" }, "nothing"],
    ["T5b", "2026-08-10T21:59:59Z", { agreedTime: "express" }, "nothing"],
    ["T5b", "2026-08-10T22:00:00Z", { agreedTime: "express" }, "broken hours-not-precise"],
    ["T5b", "2026-08-10T22:00:00Z", { agreedTime: "precise" }, "met hours-agreed"],
    ["T6", "2023-02-28T22:59:59Z", { attempts: 4 }, "nothing"],
    ["T6", "2023-02-28T23:00:00Z", { attempts: 4 }, "broken attempts-exceeded"],
    ["T7", "2023-02-28T22:59:59Z", { refusal: Date.parse("2023-02-27") }, "nothing"],
    ["T7", "2023-02-28T23:00:00Z", { refusal: Date.parse("2023-02-27") }, "broken refusal-recent"],
    ["T7", "2026-08-10T21:59:59Z", { refusal: Date.parse("2026-08-01") }, "broken refusal-recent"],
    ["T7", "2026-08-10T22:00:00Z", { refusal: Date.parse("2026-08-01") }, "warning refusal-recent"],
    ["T8", "2025-07-01T21:59:59Z", { channel: "written", sector: "housing-energy" }, "nothing"],
    [
      "T8",
      "2025-07-01T22:00:00Z",
      { channel: "written", sector: "housing-energy" },
      "broken written-prohibited",
    ],
    ["T9", "2026-08-10T21:59:59Z", {}, "nothing"],
    ["T9", "2026-08-10T22:00:00Z", {}, "broken consent-none"],
    ["T10", "2025-07-01T21:59:59Z", { sector: "housing-adaptation" }, "nothing"],
    ["T10", "2025-07-01T22:00:00Z", { sector: "housing-adaptation" }, "warning sector-prohibited"],
    ["T10", "2026-08-10T21:59:59Z", { sector: "housing-adaptation" }, "warning sector-prohibited"],
    ["T10", "2026-08-10T22:00:00Z", { sector: "housing-adaptation" }, "broken sector-prohibited"],
    ["T11", "2026-08-10T21:59:59Z", { consent: { ...CONSENT, hasProof: false } }, "nothing"],
    [
      "T11",
      "2026-08-10T22:00:00Z",
      { consent: { ...CONSENT, hasProof: false } },
      "broken consent-proof-missing",
    ],
    ["T13", "2026-08-10T21:59:59Z", { refusal: Date.parse("2026-08-01") }, "nothing"],
    ["T13", "2026-08-10T22:00:00Z", { refusal: Date.parse("2026-08-01") }, "broken refusal-stands"],
    ["T14", "2022-11-30T22:59:59Z", { sector: "training-account" }, "nothing"],
    ["T14", "2022-11-30T23:00:00Z", { sector: "training-account" }, "warning training-prohibited"],
    ["T14", "2022-12-31T22:59:59Z", { sector: "training-account" }, "warning training-prohibited"],
    ["T14", "2022-12-31T23:00:00Z", { sector: "training-account" }, "broken training-prohibited"],
    ["T15", "2010-01-01T12:00:00Z", { isRobot: true }, "broken consent-none"],
    [
      "T1",
      "2026-08-10T12:00:00Z",
      { sector: "press", bloctel: { scrubbedOn: "never", isListed: true } },
      "met press-exempt",
    ],
    [
      "T1",
      "2026-08-10T12:00:00Z",
      { sector: null, bloctel: { scrubbedOn: "never", isListed: true } },
      "doubt sector-unknown",
    ],
    ["T19", "2004-06-21T21:59:59Z", { channel: "written" }, "nothing"],
    ["T19", "2004-06-21T22:00:00Z", { channel: "written" }, "broken consent-none"],
    ["T19", "2026-11-24T12:00:00Z", { channel: "written", consent: null }, "broken written-consent-unknown"],
    ["T19", "2026-11-24T12:00:00Z", { channel: "written", consent: CONSENT }, "met consent-valid"],
    [
      "T19",
      "2026-11-24T12:00:00Z",
      {
        channel: "written",
        consent: { ...CONSENT, withdrawnAt: Date.parse("2026-11-23") },
        contract: "related",
      },
      "broken consent-withdrawn",
    ],
    [
      "T19",
      "2026-11-24T12:00:00Z",
      { channel: "written", consent: { ...CONSENT, until: "2026-11-23" } },
      "broken consent-expired",
    ],
    [
      "T19",
      "2026-11-24T12:00:00Z",
      { channel: "written", contract: "related" },
      "broken written-sale-unknown",
    ],
    ["T19", "2026-11-24T12:00:00Z", { channel: "written", sale: SALE }, "met written-sale"],
    ["T19", "2026-11-24T12:00:00Z", { channel: "written", consent: null, sale: SALE }, "met written-sale"],
    [
      "T19",
      "2026-11-24T12:00:00Z",
      { channel: "written", sale: { ...SALE, collected: null } },
      "broken written-sale-unknown",
    ],
    [
      "T19",
      "2026-11-24T12:00:00Z",
      { channel: "written", contract: "related", sale: { ...SALE, similar: false, refusalEach: null } },
      "broken written-sale-unmet",
    ],
    [
      "T19",
      "2026-11-24T12:00:00Z",
      { channel: "written", sale: SALE, consent: { ...CONSENT, withdrawnAt: Date.parse("2026-11-20") } },
      "broken consent-withdrawn",
    ],
    ["T19", "2026-11-24T12:00:00Z", { channel: "written", contract: "unrelated" }, "broken consent-none"],
    [
      "T19",
      "2026-11-24T12:00:00Z",
      { channel: "written", audience: "business" },
      "doubt written-natural-person",
    ],
    ["T19", "2026-11-24T12:00:00Z", { channel: "written", audience: null }, "broken consent-none"],
    ["T19", "2026-11-24T12:00:00Z", { channel: null }, "doubt channel-unknown"],
    ["T19", "2026-11-24T12:00:00Z", { channel: "voice" }, "nothing"],
    ["T16", "2022-12-31T22:59:59Z", { isDialler: true, shownNumber: "mobile" }, "nothing"],
    ["T16", "2022-12-31T23:00:00Z", { isDialler: true, shownNumber: "mobile" }, "broken number-mobile"],
    ["T17", "2025-12-31T22:59:59Z", { shownNumber: "mobile", isAuthenticated: false }, "nothing"],
    [
      "T17",
      "2025-12-31T23:00:00Z",
      { shownNumber: "mobile", isAuthenticated: false },
      "broken number-mobile-abroad",
    ],
    ["G21", "2018-05-24T21:59:59Z", { objection: 0 }, "nothing"],
    ["G21", "2018-05-24T22:00:00Z", { objection: 0 }, "broken objection-stands"],
    ["INS", "2022-03-31T21:59:59Z", { sector: "insurance" }, "nothing"],
    ["INS", "2022-03-31T22:00:00Z", { sector: "insurance" }, "warning insurance-rules"],
  ])("%s at %s", (rule, instant, facts, expected) => {
    expect(verdictFor(rule, instant, facts)).toBe(expected);
  });

  // R223-4 is contested: what it allows is never more than a warning, and on the day before it opens nothing.
  const answered = (isProven: boolean | null) =>
    ({
      sector: "housing-energy",
      callBack: { requestedAt: Date.parse("2026-08-10T10:00:00Z"), isProven, isWithinObject: true },
    }) as const;
  it.each<[RuleId, string, Partial<ProspectingFacts>, string]>([
    ["T12", "2026-08-10T21:59:59Z", answered(true), "nothing"],
    ["T2", "2026-08-10T21:59:59Z", answered(true), "broken sector-prohibited"],
    ["T12", "2026-08-10T22:00:00Z", answered(true), "warning call-back-contested"],
    ["T2", "2026-08-10T22:00:00Z", answered(true), "warning call-back-contested"],
    ["T9", "2026-08-10T22:00:00Z", answered(true), "warning call-back-contested"],
    // Saturday 15 August is a holiday: Monday is the fifth day.
    ["T12", "2026-08-17T21:59:59Z", answered(true), "warning call-back-contested"],
    ["T12", "2026-08-17T22:00:00Z", answered(true), "broken call-back-late"],
    ["T12", "2026-08-14T21:59:59Z", answered(true), "warning call-back-contested"],
    ["T12", NEW, answered(false), "broken call-back-late"],
    ["T12", "2026-08-11T10:00:00Z", answered(false), "broken call-back-unproven"],
    ["T12", "2026-08-11T10:00:00Z", answered(null), "doubt call-back-details"],
  ])("call-back: %s at %s", (rule, instant, facts, expected) => {
    expect(verdictFor(rule, instant, facts)).toBe(expected);
  });

  it.each<[RuleId, string, Partial<ProspectingFacts>, string]>([
    ["T1", OLD, { bloctel: { scrubbedOn: "2026-07-04", isListed: false } }, "met bloctel-scrubbed"],
    ["T1", OLD, { bloctel: { scrubbedOn: "2026-07-03", isListed: false } }, "broken bloctel-scrub-old"],
    ["T1", OLD, { bloctel: { scrubbedOn: null, isListed: false } }, "doubt bloctel-scrub-unknown"],
    [
      "T1",
      OLD,
      { bloctel: { scrubbedOn: "never", isListed: true }, contract: "unrelated" },
      "met contract-ongoing",
    ],
    ["T1", OLD, { bloctel: { scrubbedOn: "never", isListed: true }, audience: "business" }, "nothing"],
    ["T2", NEW, { sector: "housing-energy", consent: CONSENT }, "broken sector-prohibited"],
    ["T2", NEW, { sector: "housing-energy", contract: "ongoing" }, "met contract-ongoing"],
    ["T6", NEW, { attempts: 3 }, "met attempts-within"],
    ["T6", NEW, { attempts: null }, "doubt attempts-unknown"],
    ["T7", OLD, { refusal: Date.parse("2026-06-05T10:00:00Z") }, "broken refusal-recent"],
    ["T7", OLD, { refusal: Date.parse("2026-06-04T10:00:00Z") }, "met refusal-rested"],
    ["T9", NEW, { contract: "related" }, "met contract-related"],
    ["T9", NEW, { contract: "unrelated" }, "broken consent-none"],
    ["T9", NEW, { contract: "ongoing" }, "doubt contract-object-unknown"],
    ["T9", NEW, { sector: "press" }, "met press-exempt"],
    ["T9", NEW, { audience: "business" }, "nothing"],
    ["T9", NEW, { audience: null }, "doubt audience-unknown"],
    ["T9", NEW, { consent: { ...CONSENT, withdrawnAt: Date.parse(NEW) } }, "broken consent-withdrawn"],
    ["T9", NEW, { consent: { ...CONSENT, withdrawnAt: Date.parse(NEW) + 1 } }, "met consent-valid"],
    ["T9", NEW, { consent: consentGiven("2025-08-17") }, "broken consent-expired"],
    ["T9", NEW, { consent: consentGiven("2025-08-18") }, "doubt consent-anniversary"],
    ["T9", NEW, { consent: consentGiven("2025-08-19") }, "met consent-valid"],
    ["T9", NEW, { consent: { ...CONSENT, until: "2026-08-17" } }, "broken consent-expired"],
    ["T9", NEW, { consent: { ...CONSENT, until: "2026-08-18" } }, "met consent-valid"],
    ["T11", NEW, { consent: { ...CONSENT, until: "2027-07-01" } }, "met consent-complete"],
    ["T11", NEW, { consent: { ...CONSENT, until: "2027-07-02" } }, "broken consent-too-long"],
    [
      "T11",
      NEW,
      { consent: { ...CONSENT, items: { ...CONSENT.items, withdrawal: false } } },
      "broken consent-withdrawal-missing",
    ],
    [
      "T11",
      NEW,
      { consent: { ...CONSENT, items: { ...CONSENT.items, withdrawal: null } } },
      "doubt consent-withdrawal-unanswered",
    ],
    ["T13", NEW, { refusal: CONSENT.givenAt - 1, consent: CONSENT }, "met refusal-consented"],
    ["T13", NEW, { refusal: CONSENT.givenAt, consent: CONSENT }, "broken refusal-stands"],
    ["T13", NEW, { refusal: CONSENT.givenAt, consent: null }, "broken refusal-stands"],
    ["G21", NEW, { objection: 0, consent: null }, "broken objection-stands"],
    [
      "G21",
      NEW,
      { objection: 0, consent: null, audience: "business", channel: "written" },
      "broken objection-stands",
    ],
    ["G21", NEW, { objection: 0, audience: "business" }, "broken objection-stands"],
    ["T15", NEW, { isRobot: true, audience: "business" }, "doubt robot-natural-person"],
    ["T16", NEW, { isDialler: true, shownNumber: "platform" }, "met number-platform"],
    ["T17", NEW, { shownNumber: "mobile", isAuthenticated: null }, "doubt number-authentication"],
    ["T17", NEW, { shownNumber: "foreign", isAuthenticated: null }, "nothing"],
    ["T17", NEW, { shownNumber: "other-french", isAuthenticated: false }, "broken number-unauthenticated"],
  ])("%s at %s with %o", (rule, instant, facts, expected) => {
    expect(verdictFor(rule, instant, facts)).toBe(expected);
  });

  it.each<[string, Territory, string]>([
    ["2026-08-18T08:00:00Z", "FR", "met hours-within"],
    ["2026-08-18T07:59:59Z", "FR", "broken hours-outside"],
    ["2026-08-18T10:59:59Z", "FR", "met hours-within"],
    ["2026-08-18T11:00:00Z", "FR", "broken hours-outside"],
    ["2026-08-18T12:00:00Z", "FR", "met hours-within"],
    ["2026-08-18T18:00:00Z", "FR", "broken hours-outside"],
    ["2026-08-22T09:00:00Z", "FR", "broken hours-weekend"],
    ["2026-11-11T10:00:00Z", "FR", "broken hours-holiday"],
    ["2026-12-26T10:00:00Z", "FR", "broken hours-weekend"],
    ["2027-03-26T10:00:00Z", "FR", "met hours-within"],
    ["2026-08-18T16:00:00Z", "RE", "broken hours-outside"],
    ["2026-08-18T06:00:00Z", "RE", "met hours-within"],
    ["2026-08-18T14:00:00Z", "MQ", "met hours-within"],
    ["2026-08-18T13:59:59Z", "GP", "broken hours-outside"],
    ["2026-08-18T12:00:00Z", "PM", "met hours-within"],
    ["2026-11-24T13:00:00Z", "PM", "met hours-within"],
    ["2026-11-24T12:59:59Z", "PM", "broken hours-outside"],
  ])("hours at %s in %s: %s", (instant, territory, expected) => {
    expect(verdictFor("T5b", instant, {}, territory)).toBe(expected);
  });

  it("judges an unknown island by the strictest of its clocks, and says so", () => {
    // 09:40 in Tahiti, 10:10 in the Marquesas, 10:40 in the Gambier islands.
    const [hours] = evaluate(callAt("2026-08-18T19:40:00Z", "PF"), CLEAN, PROSPECTING_RULES).filter(
      ({ rule }) => rule === "T5b",
    );
    expect(hours).toMatchObject({ verdict: "broken", zone: "Pacific/Tahiti", isZoneDoubted: true });
  });

  it.each([
    [[] as Territory[], "territory-unknown"],
    [["NC"] as Territory[], "territory-legislation"],
  ])("doubts the territory %j", (territories, reason) => {
    const found = evaluate({ at: Date.parse(NEW), territories }, CLEAN, PROSPECTING_RULES);
    expect(found.find(({ rule }) => rule === "territory")?.reason).toBe(reason);
  });
});

it("cites R223-1 beside L223-1 for a consent whose time is over", () => {
  const expired = { ...CLEAN, consent: consentGiven("2025-06-01") };
  const articles = evaluate(callAt("2026-11-24T12:00:00Z"), expired, PROSPECTING_RULES).flatMap(
    ({ rule, article, reason }) => (rule === "T9" ? [`${reason} ${article}`] : []),
  );
  expect(articles).toEqual(["consent-expired L223-1 ; L223-5 ; R223-1"]);
});

describe("the exception of a sale, L34-5 CPCE", () => {
  const lackingOf = (sale: ProspectingFacts["sale"]) => {
    const facts = { ...CLEAN, channel: "written" as const, contract: "related" as const, sale };
    const [found] = evaluate(callAt("2026-11-24T12:00:00Z"), facts, PROSPECTING_RULES).filter(
      ({ rule }) => rule === "T19",
    );
    return [found?.verdict, found?.lacking];
  };

  it.each(SALE_CONDITIONS)("needs %s to be known and met, and names it otherwise", (condition) => {
    expect(lackingOf({ ...SALE, [condition]: null })).toEqual(["broken", [condition]]);
    expect(lackingOf({ ...SALE, [condition]: false })).toEqual(["broken", [condition]]);
  });

  it("names every condition of which nobody knows", () => {
    expect(lackingOf(null)).toEqual(["broken", [...SALE_CONDITIONS]]);
    expect(lackingOf(SALE)).toEqual(["met", undefined]);
  });
});
