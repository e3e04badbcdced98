import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { instantAt, localParts, ZONES } from "@/lib/domain/time/zones";
import { HOUR, T0 } from "./breach.fixture";
import { authorityDuties } from "./authority-duties";
import type { Informed } from "./clocks";
import { controllerClock, noticeDelay } from "./deadlines";
import type { Judgement } from "./file";
import { noticeLack } from "./notice-lacks";

const calendar = calendarOf({ country: "FR", address: "" }, { announced: [], from: "2026-11-20" });
const dutiesIn = (country: string) =>
  authorityDuties(
    { country, establishments: [], targeting: "no", targetCountries: [], clientRole: "controller" },
    "2026-11-20",
  );
const terms = (hours: number | null) => ({ contractId: "c", reference: "C-009", hours, means: "" });
const informed = (at: number): Informed[] => [{ by: "call", at }];
type Stated = {
  awareAt?: number | null;
  judgement?: Judgement;
  isTakenBack?: boolean;
  firstAwareAt?: number;
};
const clockOf = (hours: number | null, informed: Informed[], now: number, stated: Stated = {}) => {
  const { awareAt = T0, judgement = null, isTakenBack = false, firstAwareAt = null } = stated;
  const own = { isTakenBack, firstAwareAt, ownHours: 24, judgement, duties: dutiesIn("FR"), calendar };
  return controllerClock({ ...own, awareAt, terms: terms(hours), informed }, now);
};

const OWN_THRESHOLD = { rule: "own-threshold", hours: 24, hasContract: true };

describe("controllerClock", () => {
  it("counts the controller's own hours from its first awareness, though a rectification ended it since", () => {
    const anew = clockOf(24, informed(T0 + 60 * HOUR), T0 + 61 * HOUR, { firstAwareAt: T0 + HOUR });
    expect(anew).toMatchObject({ informedAt: T0 + 60 * HOUR, authority: { target: T0 + 73 * HOUR } });
    const untold = clockOf(24, [], T0 + 61 * HOUR, { firstAwareAt: T0 + HOUR });
    expect(untold).toMatchObject({ informedAt: null, authority: null });
  });

  it("counts the controller's hours from an unproven opening, which ends no duty of the processor", () => {
    const opened: Informed[] = [{ by: "unproven", at: T0 + HOUR }];
    expect(clockOf(24, opened, T0 + 25 * HOUR)).toMatchObject({
      state: "late",
      informedAt: T0 + HOUR,
      toldAt: null,
      elapsed: 25 * HOUR,
      authority: { target: T0 + 73 * HOUR },
    });
    const of = { awareAt: T0, terms: terms(24), informed: opened, ownHours: 24 };
    expect(noticeDelay(of, T0 + 25 * HOUR)).toEqual({ rule: "contract", hours: 24 });
    const called = clockOf(24, [...opened, ...informed(T0 + 26 * HOUR)], T0 + 27 * HOUR);
    expect(called).toMatchObject({ state: "told-late", informedAt: T0 + HOUR, toldAt: T0 + 26 * HOUR });
  });

  it("runs no time of a controller that was set aside and knows it", () => {
    expect(clockOf(24, informed(T0), T0 + HOUR).authority).not.toBeNull();
    expect(clockOf(24, informed(T0), T0 + HOUR, { isTakenBack: true }).authority).toBeNull();
  });

  it.each<[string, ReturnType<typeof clockOf>, string]>([
    ["nobody is aware", clockOf(24, [], T0, { awareAt: null }), "suspicion"],
    ["the hours of the contract run", clockOf(24, [], T0 + HOUR), "running"],
    ["its last instant", clockOf(24, [], T0 + 24 * HOUR), "running"],
    ["they are over", clockOf(24, [], T0 + 24 * HOUR + 1), "late"],
    ["no hours were agreed", clockOf(null, [], T0 + 24 * HOUR), "running"],
    ["the own threshold passed", clockOf(null, [], T0 + 24 * HOUR + 1), "past-threshold"],
    ["the own threshold passed long ago", clockOf(null, [], T0 + 900 * HOUR), "past-threshold"],
    ["it was told within the own threshold", clockOf(null, informed(T0 + 24 * HOUR), T0 + 99 * HOUR), "told"],
    ["it was told past it", clockOf(null, informed(T0 + 63 * HOUR), T0 + 99 * HOUR), "told-to-judge"],
    [
      "a person judged it prompt",
      clockOf(null, informed(T0 + 63 * HOUR), T0 + 99 * HOUR, { judgement: { isUndue: false } }),
      "judged-prompt",
    ],
    [
      "a person judged it undue",
      clockOf(null, informed(T0 + 63 * HOUR), T0 + 99 * HOUR, { judgement: { isUndue: true } }),
      "judged-undue",
    ],
    [
      "a person judges nothing that is not told",
      clockOf(null, [], T0 + 63 * HOUR, { judgement: { isUndue: false } }),
      "past-threshold",
    ],
    ["it was told in time", clockOf(24, informed(T0 + 2 * HOUR), T0 + 99 * HOUR), "told"],
    ["it was told late", clockOf(24, informed(T0 + 25 * HOUR), T0 + 99 * HOUR), "told-late"],
    ["it knew first", clockOf(24, [{ by: "elsewhere", at: T0 - HOUR }], T0), "knew-first"],
    ["a call is dated before our awareness", clockOf(24, informed(T0 - HOUR), T0), "told-before-aware"],
    [
      "a call is dated before awareness is recorded",
      clockOf(24, informed(T0), T0, { awareAt: null }),
      "told-before-aware",
    ],
  ])("when %s", (_, { state }, expected) => expect(state).toBe(expected));

  it.each([
    ["within the contract's hours", 24, [], 24, null],
    ["past the contract's hours", 24, [], 25, { rule: "contract", hours: 24 }],
    ["past the contract's hours, told by then", 24, informed(T0 + 2 * HOUR), 99, null],
    ["within the own threshold", null, [], 24, null],
    ["past the own threshold", null, [], 25, OWN_THRESHOLD],
    ["told past the own threshold", null, informed(T0 + 25 * HOUR), 99, OWN_THRESHOLD],
    ["past the own threshold, within the contract's hours", 48, [], 30, null],
  ])("asks a reason by the hours that passed: %s", (_, hours, told, waited, delay) => {
    const of = { awareAt: T0, terms: terms(hours), informed: told, ownHours: 24 };
    expect(noticeDelay(of, T0 + waited * HOUR)).toEqual(delay);
    expect(noticeDelay({ ...of, awareAt: null }, T0 + waited * HOUR)).toBeNull();
  });

  it("says that no contract names hours where there is none", () => {
    const of = { awareAt: T0, terms: null, informed: [], ownHours: 24 };
    expect(noticeDelay(of, T0 + 25 * HOUR)).toMatchObject({ rule: "own-threshold", hasContract: false });
  });

  it("is in order for nobody who is not told, whatever time passes", () => {
    const some = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 200 })),
        some,
        fc.boolean(),
        (hours, waited, isUndue) => {
          const { state } = clockOf(hours, [], T0 + waited * HOUR, { judgement: { isUndue } });
          const part = { state, status: "confirmed" as const, isTold: false, rectification: null };
          expect(noticeLack({ ...part, isClosed: false })).not.toBeNull();
          expect(noticeLack({ ...part, isClosed: true })).toBe("left-untold");
        },
      ),
    );
  });

  it("says where the controller's own hours for its authority have passed", () => {
    expect(clockOf(null, [], T0 + 72 * HOUR).isPastAuthorityHours).toBe(false);
    expect(clockOf(null, [], T0 + 73 * HOUR).isPastAuthorityHours).toBe(true);
  });

  it("invents no deadline where the contract has none", () => {
    expect(clockOf(null, [], T0 + 7 * HOUR)).toMatchObject({
      deadline: null,
      elapsed: 7 * HOUR,
      authority: null,
    });
  });

  it("starts the controller's own clock at C0, for whom art. 33(1) or British law binds", () => {
    const { authority, elapsed } = clockOf(48, informed(T0 + 2 * HOUR), T0 + 7 * HOUR);
    expect(authority).toMatchObject({ target: T0 + 74 * HOUR, duties: [{ law: "gdpr" }] });
    expect(elapsed).toBe(2 * HOUR);
    const lawsOf = (country: string) =>
      controllerClock(
        {
          awareAt: T0,
          terms: null,
          informed: informed(T0),
          ownHours: 24,
          judgement: null,
          duties: dutiesIn(country),
          calendar,
        },
        T0,
      ).authority?.duties.map(({ law }) => law);
    expect([lawsOf("GB"), lawsOf("CH"), lawsOf("MA")]).toEqual([["uk-gdpr"], undefined, undefined]);
  });

  const instant = fc.integer({ min: Date.UTC(2018, 4, 25), max: Date.UTC(2035, 0, 1) });

  it("ends exactly n elapsed hours after P0, in every zone and across every change of its clock", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 720 }), fc.constantFrom(...ZONES), (at, hours, zone) => {
        const { deadline } = clockOf(hours, [], at, { awareAt: at });
        expect(deadline! - at).toBe(hours * HOUR);
        // Said on the wall of any zone and read back, it is the same instant or the twin hour of an autumn night.
        const { year, month, day, hour, minute } = localParts(zone, deadline!);
        const two = (part: number) => String(part).padStart(2, "0");
        const back = instantAt(zone, `${year}-${two(month)}-${two(day)}`, `${two(hour)}:${two(minute)}`);
        expect(Math.abs(back - deadline!)).toBeLessThanOrEqual(HOUR + 60_000);
      }),
    );
  });

  it("never ends earlier for a later awareness or more hours", () => {
    const later = fc.integer({ min: 0, max: 900 * HOUR });
    fc.assert(
      fc.property(instant, later, fc.integer({ min: 1, max: 700 }), fc.nat(20), (at, more, hours, extra) => {
        const first = clockOf(hours, [], at, { awareAt: at }).deadline!;
        expect(clockOf(hours + extra, [], at, { awareAt: at + more }).deadline!).toBeGreaterThanOrEqual(
          first,
        );
      }),
    );
  });

  it("says the same whatever the runtime believes of Casablanca", () => {
    // The runtime's own data may still put Casablanca at +01:00 after 20 September 2026.
    const aware = instantAt("Africa/Casablanca", "2026-11-24", "16:30");
    expect(new Date(aware).toISOString()).toBe("2026-11-24T16:30:00.000Z");
    const { deadline } = clockOf(24, [], aware, { awareAt: aware });
    expect(new Date(deadline!).toISOString()).toBe("2026-11-25T16:30:00.000Z");
    expect(localParts("Africa/Casablanca", deadline!)).toMatchObject({ hour: 16, minute: 30 });
    expect(localParts("Europe/Paris", deadline!)).toMatchObject({ hour: 17, minute: 30 });
  });
});
