import fc from "fast-check";
import { expect, it } from "vitest";
import { houseAt } from "@/lib/domain/telephone-prospecting/house-history";
import { evaluateUnder } from "@/lib/domain/telephone-prospecting/house-rules";
import { historyFrom, houseClosing } from "@/lib/domain/telephone-prospecting/house.fixture";
import { CLEAN, consentGiven } from "@/lib/domain/telephone-prospecting/prospecting.fixture";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { zonesOf, type Territory } from "@/lib/domain/telephone-prospecting/territories";
import { agreedCallFacts } from "@/lib/domain/choice/appointment";
import { groupAlikeCalls, type AlikeCalls } from "./alike-calls";
import { makeDayNumbers } from "./day-numbers";
import { buildPasts, type CallPast, type PersonCall } from "./person-past";
import { anyPerson } from "./person.fixture";

const instant = fc.integer({
  min: Date.parse("2026-07-15T00:00:00Z"),
  max: Date.parse("2026-09-10T00:00:00Z"),
});
const houses = historyFrom(instant, houseClosing(fc.constantFrom("2026-07-28", "2026-08-18", "2026-09-01")));
const territories = fc.constantFrom<Territory[]>(["FR"], ["FR", "RE"], []);

function factsOf(past: CallPast) {
  const { attempts, refusal, objection, isUnknown, allowed, withdrawnAt } = past;
  const { at = 0, validUntil = null, hasProof = null } = allowed ?? {};
  return {
    ...CLEAN,
    attempts,
    refusal: refusal ?? (isUnknown ? null : ("never" as const)),
    objection: objection ?? ("never" as const),
    ...(past.appointment && agreedCallFacts(past.appointment)),
    consent: allowed
      ? consentGiven("2026-01-01", {
          givenAt: at,
          until: validUntil,
          withdrawnAt: withdrawnAt ?? "never",
          hasProof,
        })
      : ("none" as const),
  };
}

/** Counts calls by everything that is found of them. */
function count(counts: Map<string, number>, found: unknown, calls: number): void {
  const key = JSON.stringify(found);
  counts.set(key, (counts.get(key) ?? 0) + calls);
}

it("judges the first call of each group as the law and the house judge every one of its calls", () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: 6 }), houses, territories, (people, history, where) => {
      const zones = zonesOf(where);
      const daysOf = makeDayNumbers(zones);
      const judged = (at: number, past: CallPast, shown: string) => [
        shown,
        evaluateUnder(houseAt(history, at), { at, territories: where }, factsOf(past), PROSPECTING_RULES),
      ];
      const [byCall, byGroup] = [new Map<string, number>(), new Map<string, number>()];
      const groups: AlikeCalls[] = [];
      const alike = groupAlikeCalls({ houses: history, daysOf: () => daysOf }, (group) => groups.push(group));
      people.forEach((person, at) =>
        buildPasts(person, daysOf, (call, past) => {
          count(byCall, judged(call.at, past, call.shown), 1);
          alike.add(call, past, { key: new Uint8Array(32).fill(at), country: "FR" });
        }),
      );
      alike.flush();
      for (const group of groups) count(byGroup, judged(group.first, group.past, group.shown), group.count);
      expect([...byGroup].sort()).toEqual([...byCall].sort());
    }),
    { numRuns: 120 },
  );
});

it("says of a group when its calls were, and names the first of their lines by a key of its own", () => {
  const groups: AlikeCalls[] = [];
  const daysOf = makeDayNumbers(["Europe/Paris"]);
  const alike = groupAlikeCalls({ houses: [], daysOf: () => daysOf }, (group) => groups.push(group));
  const past: CallPast = {
    attempts: 0,
    refusal: null,
    objection: null,
    isUnknown: false,
    allowed: null,
    withdrawnAt: null,
    appointment: null,
  };
  const call = (at: string, line: number): PersonCall => ({
    at: Date.parse(`2026-08-18T${at}Z`),
    line,
    outcome: "answered",
    isOwn: true,
    shown: "",
  });
  const person = { key: new Uint8Array(32).fill(1), country: "FR" };
  alike.add(call("10:05:00", 7), past, person);
  person.key.fill(2);
  alike.add(call("10:01:00", 5), past, person);
  person.key.fill(3);
  alike.add(call("10:29:59", 6), past, person);
  alike.add(call("10:30:00", 1), past, person);
  alike.add(call("10:31:00", 9), past, { ...person, country: "MA" });
  alike.flush();
  const told = groups.map(({ count: calls, first, last, sample }) => [
    ...[calls, new Date(first).toISOString().slice(11, 19), new Date(last).toISOString().slice(11, 19)],
    ...[sample.line, sample.person[0]],
  ]);
  expect(told).toEqual([
    [3, "10:01:00", "10:29:59", 5, 2],
    [1, "10:30:00", "10:30:00", 1, 3],
    [1, "10:31:00", "10:31:00", 9, 3],
  ]);
});
