import { describe, expect, it } from "vitest";
import { frenchHolidays } from "@/lib/domain/time/public-holidays";
import { authorisationStatusAt, type StoredAuthorisation } from "./request-status";
import { AUTHORISATION_STATES } from "./types";

const asked = (stated: Partial<StoredAuthorisation>): StoredAuthorisation => ({
  regime: "general",
  state: "notified",
  receivedAt: Date.parse("2026-11-04T09:00:00Z"),
  days: 10,
  lapsesAt: null,
  zone: "Europe/Paris",
  holidays: new Set(frenchHolidays(2026)),
  ...stated,
});
const at = (instant: string, stated: Partial<StoredAuthorisation> = {}) => {
  const { state, isAuthorised, waits } = authorisationStatusAt(asked(stated), Date.parse(instant));
  return { state, isAuthorised, waits };
};

describe("a silence that counts by a contract", () => {
  // Received on 4 November, ten days: silence counts from Monday 16 November, 24:00 in Paris.
  const lapsing = (until: string) => ({ lapsesAt: Date.parse(until) });
  it.each([
    ["2026-11-20T09:00:00Z", null, "not-objected", true, null],
    ["2026-11-20T09:00:00Z", "2026-12-31T23:00:00Z", "not-objected", true, null],
    // The contract was over before silence could count.
    ["2026-11-20T09:00:00Z", "2026-11-10T23:00:00Z", "notified", false, "confirmation"],
    ["2026-11-08T09:00:00Z", "2026-11-10T23:00:00Z", "notified", false, "answer"],
    // An authorisation ends with the contract that agreed it.
    ["2026-12-31T22:59:59Z", "2026-12-31T23:00:00Z", "not-objected", true, null],
    ["2026-12-31T23:00:00Z", "2026-12-31T23:00:00Z", "notified", false, "confirmation"],
  ] as const)("at %s, of one to %s: %s", (instant, until, state, isAuthorised, waits) => {
    const stated = until ? lapsing(until) : {};
    expect(at(instant, stated)).toEqual({ state, isAuthorised, waits });
  });

  it.each([
    [null, "2026-11-20T09:00:00Z", "notified", false, "confirmation"],
    [null, "2026-11-08T09:00:00Z", "notified", false, "answer"],
    ["2026-11-21T09:00:00Z", "2026-11-20T09:00:00Z", "notified", false, "confirmation"],
    ["2026-11-19T09:00:00Z", "2026-11-20T09:00:00Z", "not-objected", true, null],
  ] as const)("to an address proven at %s, at %s: %s", (provenAt, instant, state, isAuthorised, waits) => {
    const silenceHeldUntil = provenAt && Date.parse(provenAt);
    expect(at(instant, { silenceHeldUntil })).toEqual({ state, isAuthorised, waits });
  });

  it.each([
    ["approved", "general"],
    ["submitted", "specific"],
    ["objected", "general"],
  ] as const)("a word that was said (%s, %s) is not taken back by the end of a contract", (state, regime) => {
    const stated = { state, regime } as const;
    expect(at("2026-11-10T09:00:00Z", { ...stated, ...lapsing("2026-11-05T23:00:00Z") })).toEqual(
      at("2026-11-10T09:00:00Z", stated),
    );
  });
});

describe("specific: silence is a refusal", () => {
  const specific = { regime: "specific", state: "submitted" } as const;
  it.each([
    ["2026-11-14T22:59:59.999Z", "submitted", "answer"],
    // 24:00 of the last day in Paris, a Saturday: the deadline never moves.
    ["2026-11-14T23:00:00Z", "expired", null],
    ["2027-11-14T23:00:00Z", "expired", null],
  ])("at %s: %s", (instant, state, waits) => {
    expect(at(instant, specific)).toEqual({ state, isAuthorised: false, waits });
  });

  it("no period agreed: it waits, and is no authorisation", () => {
    expect(at("2036-01-01T00:00:00Z", { ...specific, days: null })).toEqual({
      state: "submitted",
      isAuthorised: false,
      waits: "answer",
    });
  });

  it("no receipt shown: nothing runs", () => {
    expect(at("2036-01-01T00:00:00Z", { ...specific, receivedAt: null })).toEqual({
      state: "submitted",
      isAuthorised: false,
      waits: "receipt",
    });
  });
});

describe("general: silence counts as the contract says", () => {
  it.each([
    ["2026-11-14T22:59:59.999Z", "notified", false, "answer"],
    ["2026-11-14T23:00:00Z", "notified", false, "working-day"],
    ["2026-11-16T22:59:59.999Z", "notified", false, "working-day"],
    ["2026-11-16T23:00:00Z", "not-objected", true, null],
  ])("ends on a Saturday, at %s: %s, usable: %s", (instant, state, isAuthorised, waits) => {
    expect(at(instant)).toEqual({ state, isAuthorised, waits });
  });

  it("ends on a working day: usable at its end", () => {
    expect(at("2026-11-12T23:00:00Z", { days: 8 })).toEqual({
      state: "not-objected",
      isAuthorised: true,
      waits: null,
    });
  });

  it("no period agreed: silence proves nothing, a confirmation is asked for", () => {
    expect(at("2036-01-01T00:00:00Z", { days: null })).toEqual({
      state: "notified",
      isAuthorised: false,
      waits: "confirmation",
    });
  });

  it("no receipt shown: the period has not begun", () => {
    expect(at("2036-01-01T00:00:00Z", { receivedAt: null })).toEqual({
      state: "notified",
      isAuthorised: false,
      waits: "receipt",
    });
  });
});

it.each(AUTHORISATION_STATES.filter((state) => state !== "submitted" && state !== "notified"))(
  "%s is what it is, at any time, and only a yes authorises",
  (state) => {
    expect(at("2036-01-01T00:00:00Z", { state })).toEqual({
      state,
      isAuthorised: state === "approved",
      waits: null,
    });
  },
);
