import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { contractWith } from "./contract.fixture";
import { planReminders, reminderKey } from "./reminders";

const TACIT = contractWith();
const FIXED = contractWith({ term: { renewal: "none" } });
const due = (contract: typeof TACIT, today: string, sent: string[] = []) =>
  planReminders([{ id: "c", contract }], new Set(sent), today).map(
    ({ kind, deadline, threshold, daysLeft }) => `${kind} ${deadline} ${threshold} ${daysLeft}`,
  );

describe("planReminders", () => {
  it.each([
    ["2026-06-01", []],
    ["2026-07-02", ["notice 2026-09-30 90 90"]],
    ["2026-09-23", ["notice 2026-09-30 7 7"]],
    ["2026-10-02", ["renewal 2026-12-31 90 90"]],
    ["2026-12-31", ["renewal 2026-12-31 0 0"]],
    ["2027-01-01", []],
  ])("for a tacit renewal on %s: %j", (today, reminders) => expect(due(TACIT, today)).toEqual(reminders));

  it.each([
    ["2026-10-01", []],
    ["2026-10-02", ["end 2026-12-31 90 90"]],
    ["2026-11-24", ["end 2026-12-31 90 37"]],
    ["2026-12-01", ["end 2026-12-31 30 30"]],
    ["2026-12-24", ["end 2026-12-31 7 7"]],
    ["2026-12-31", ["end 2026-12-31 7 0"]],
    ["2027-01-01", ["expired 2026-12-31 0 0"]],
  ])("for a fixed end on %s: %j", (today, reminders) => expect(due(FIXED, today)).toEqual(reminders));

  it("does not make up for thresholds that were missed", () => {
    expect(due(FIXED, "2026-12-26")).toEqual(["end 2026-12-31 7 5"]);
  });

  it("says nothing of what has ended", () => {
    const ended = contractWith({ term: { renewal: "none" } }, { endedOn: "2026-12-31" });
    expect(due(ended, "2027-01-05")).toEqual([]);
  });

  it("never plans the same reminder twice, run daily, twice a day or with days left out", () => {
    const contracts = fc.constantFrom(TACIT, FIXED, contractWith({}, { noticeGivenOn: "2026-05-01" }));
    fc.assert(
      fc.property(
        contracts,
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 200 }),
        (contract, steps) => {
          const sent = new Set<string>();
          let today = "2026-06-01";
          for (const step of steps) {
            today = addDaysToDay(today, step);
            for (const reminder of planReminders([{ id: "c", contract }], sent, today)) {
              expect(sent.has(reminderKey(reminder))).toBe(false);
              sent.add(reminderKey(reminder));
            }
            expect(planReminders([{ id: "c", contract }], sent, today)).toEqual([]);
          }
        },
      ),
    );
  });
});
