import { describe, expect, it } from "vitest";
import { decide, eventsFrom, type SubProcessorEvent, type SubProcessorState } from "./lifecycle";

const today = "2026-11-26";

describe("decide", () => {
  it.each<[SubProcessorState, SubProcessorEvent, string]>([
    ["listed", "end", "ended"],
    ["ended", "reopen", "listed"],
    ["listed", "reopen", "notFromHere"],
    ["ended", "end", "notFromHere"],
  ])("%s, %s: %s", (state, kind, expected) => {
    const decision = decide(state, { kind, on: today, reason: "Replaced" }, today);
    expect(decision.ok ? decision.state : decision.key).toBe(expected);
  });

  it.each([
    [{ on: "2026-02-30" }, "on", "notADay"],
    [{ on: "2026-11-27" }, "on", "future"],
    [{ reason: " " }, "reason", "reasonMissing"],
  ])("refuses %j beside its field", (change, field, key) => {
    const event = { kind: "end" as const, on: today, reason: "Replaced", ...change };
    expect(decide("listed", event, today)).toEqual({ ok: false, field, key });
  });
});

it("says what may happen from each state", () => {
  expect([eventsFrom("listed"), eventsFrom("ended")]).toEqual([["end"], ["reopen"]]);
});
