import { expect, it, test } from "vitest";
import { dayRefusal, defineLifecycle, eventsFrom } from "./lifecycle";

const TABLE = {
  stop: { from: ["open", "paused"], to: "closed", needsReason: true },
  pause: { from: ["open"], to: "paused", needsReason: false },
} as const;
const { decide } = defineLifecycle<keyof typeof TABLE, "open" | "paused" | "closed">(TABLE);
const TODAY = "2026-11-24";

test.each([
  ["open", ["stop", "pause"]],
  ["paused", ["stop"]],
  ["closed", []],
] as const)("from %s: %j, in the order of the table", (state, events) => {
  expect(eventsFrom<keyof typeof TABLE, string>(TABLE, state)).toEqual(events);
});

test.each([
  ["2026-11-24", null],
  ["2020-02-29", null],
  ["2026-11-25", "future"],
  ["2026-02-30", "notADay"],
  ["", "notADay"],
])("%j is refused as %j", (on, key) => {
  expect(dayRefusal(on, TODAY)).toBe(key);
});

it("names the first field to mend", () => {
  const event = { kind: "stop", on: "2026-11-25", reason: " " } as const;
  expect(decide("closed", event, TODAY)).toEqual({ ok: false, field: "event", key: "notFromHere" });
  expect(decide("open", event, TODAY)).toEqual({ ok: false, field: "on", key: "future" });
  const past = { ...event, on: TODAY };
  expect(decide("open", past, TODAY)).toEqual({ ok: false, field: "reason", key: "reasonMissing" });
  expect(decide("open", { ...past, reason: "Fin" }, TODAY)).toEqual({ ok: true, state: "closed" });
  expect(decide("open", { ...past, kind: "pause" }, TODAY)).toEqual({ ok: true, state: "paused" });
});
