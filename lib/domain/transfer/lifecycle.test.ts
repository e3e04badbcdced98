import { describe, expect, it } from "vitest";
import { decide, eventsFrom, TRANSFER_EVENTS, TRANSFER_STATES } from "./lifecycle";

const TODAY = "2026-11-26";
const fact = { on: TODAY, reason: "Clause 14(f)" };

// Rows: the state; columns: suspend, resume, end, reopen.
const TABLE = {
  running: ["suspended", null, "ended", null],
  suspended: [null, "running", "ended", null],
  ended: [null, null, null, "running"],
} as const;

describe("decide", () => {
  it("goes as the table says, and nowhere else", () => {
    for (const state of TRANSFER_STATES)
      for (const [index, kind] of TRANSFER_EVENTS.entries()) {
        const then = decide(state, { kind, ...fact }, TODAY);
        expect(then.ok ? then.state : null).toBe(TABLE[state][index]);
      }
  });

  it.each([
    [{ on: "2026-11-27", reason: "x" }, "on", "future"],
    [{ on: "2026-02-30", reason: "x" }, "on", "notADay"],
    [{ on: TODAY, reason: "  " }, "reason", "reasonMissing"],
  ])("refuses %j beside its field", (stated, field, key) => {
    expect(decide("running", { kind: "suspend", ...stated }, TODAY)).toEqual({ ok: false, field, key });
  });
});

it("offers what may happen", () => {
  expect(TRANSFER_STATES.map(eventsFrom)).toEqual([["suspend", "end"], ["resume", "end"], ["reopen"]]);
});
