import { expect, it } from "vitest";
import { CAMPAIGN_EVENTS, CAMPAIGN_STATES, decide, eventsFrom } from "./lifecycle";

it.each([
  ["draft", ["start", "end"]],
  ["started", ["pause", "end"]],
  ["paused", ["resume", "end"]],
  ["ended", []],
] as const)("%s leads to %o", (state, events) => {
  expect(eventsFrom(state)).toEqual(events);
});

it("refuses every other event, and a stop without its reason", () => {
  for (const state of CAMPAIGN_STATES)
    for (const kind of CAMPAIGN_EVENTS) {
      const decided = decide(state, { kind, on: "2027-01-04", reason: "" }, "2027-01-04");
      const isPossible = eventsFrom(state).includes(kind);
      const stops = kind === "pause" || kind === "end";
      expect(decided).toMatchObject(
        !isPossible ? { key: "notFromHere" } : stops ? { key: "reasonMissing" } : { ok: true },
      );
    }
});
