import fc from "fast-check";
import { expect, it } from "vitest";
import { zonesOf } from "@/lib/domain/telephone-prospecting/territories";
import type { Zone } from "@/lib/domain/time/zones";
import { makeDayNumbers } from "./day-numbers";
import { buildPasts, type CallPast, type PersonCall, type PersonChoice } from "./person-past";
import { anyPerson, pastOf } from "./person.fixture";

type History = Parameters<typeof buildPasts>[0];

function pastsOf(history: History, zones: readonly Zone[]): [PersonCall, CallPast][] {
  const told: [PersonCall, CallPast][] = [];
  buildPasts(history, makeDayNumbers(zones), (call, past) => told.push([call, past]));
  return told;
}

it("tells of each call of the log that was placed what looking through everything before it tells", () => {
  const zones = fc.constantFrom(zonesOf(["FR"]), zonesOf(["FR", "RE", "GP"]), zonesOf([]));
  fc.assert(
    fc.property(anyPerson, zones, (history, among) => {
      const own = history.calls.filter(({ isOwn, outcome }) => isOwn && outcome !== "not-placed");
      expect(pastsOf(history, among)).toEqual(own.map((call) => [call, pastOf(call, history, among)]));
    }),
    { numRuns: 1000 },
  );
});

const call = (on: string, stated: Partial<PersonCall> = {}): PersonCall => ({
  at: Date.parse(on),
  line: 2,
  outcome: "answered",
  isOwn: true,
  shown: "",
  ...stated,
});
const attemptsOf = (calls: readonly PersonCall[], zones: readonly Zone[]) =>
  pastsOf({ calls, choices: [], appointments: [] }, zones).map(([, { attempts }]) => attempts);

it("counts thirty calendar days, the day of the call among them, and four attempts at most", () => {
  const calls = ["08-01", "08-02", "08-03", "08-04", "08-05", "08-30", "08-31", "09-02"].map((day) =>
    call(`2026-${day}T10:00:00Z`),
  );
  expect(attemptsOf(calls, ["Europe/Paris"])).toEqual([0, 1, 2, 3, 4, 4, 4, 4]);
  expect(attemptsOf([...calls.slice(0, 1), call("2026-08-30T10:00:00Z")], ["Europe/Paris"])).toEqual([0, 1]);
  expect(attemptsOf([...calls.slice(0, 1), call("2026-08-31T10:00:00Z")], ["Europe/Paris"])).toEqual([0, 0]);
});

it("counts on the walls of the zone in which most attempts fall within them", () => {
  // The first is on 1 August in Paris and still on 31 July in Guadeloupe.
  const calls = [call("2026-07-31T22:30:00Z"), call("2026-08-30T12:00:00Z")];
  expect(attemptsOf(calls, ["Europe/Paris"])).toEqual([0, 1]);
  expect(attemptsOf(calls, ["America/Guadeloupe"])).toEqual([0, 0]);
  expect(attemptsOf(calls, ["America/Guadeloupe", "Europe/Paris"])).toEqual([0, 1]);
});

it("takes a choice of the same instant for earlier, and of two the stop for the last", () => {
  const at = Date.parse("2026-08-18T10:00:00Z");
  const choice = (outcome: PersonChoice["outcome"]): PersonChoice => ({
    at,
    outcome,
    source: "letter",
    validUntil: null,
    hasProof: true,
    collectionId: null,
    isOfOffer: false,
  });
  const choices = [choice("allowed"), choice("withdrawn")];
  const [told] = pastsOf({ calls: [call("2026-08-18T10:00:00Z")], choices, appointments: [] }, [
    "Europe/Paris",
  ]);
  expect(told?.[1]).toMatchObject({ allowed: choices[0], withdrawnAt: at, objection: null });
});

const AGREED = { purpose: "", isOfPurpose: true, hasProof: true };

it("says of a call whether it keeps an appointment that was agreed before it", () => {
  const callAt = Date.parse("2026-08-22T17:30:00Z");
  const appointments = [
    { ...AGREED, outcome: "allowed" as const, agreedAt: callAt - 86_400_000, callAt },
    { ...AGREED, outcome: "withdrawn" as const, agreedAt: callAt + 600_000, callAt },
  ];
  const calls = ["17:29:59", "17:30:00", "17:45:00"].map((time) => call(`2026-08-22T${time}Z`));
  const told = pastsOf({ calls, choices: [], appointments }, ["Europe/Paris"]);
  expect(told.map(([, { appointment }]) => appointment?.agreedAt ?? null)).toEqual([
    null,
    callAt - 86_400_000,
    null,
  ]);
});
