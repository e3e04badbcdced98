import { expect, it } from "vitest";
import { decide, eventsFrom, SCRIPT_EVENTS, SCRIPT_STATES } from "./lifecycle";

const TODAY = "2026-11-28";

// Rows: the state; columns: use, retire, reopen.
const TABLE = {
  draft: ["in-use", "retired", null],
  "in-use": ["in-use", "retired", null],
  retired: [null, null, "draft"],
} as const;

it("goes as the table says, and nowhere else", () => {
  for (const state of SCRIPT_STATES)
    for (const [index, kind] of SCRIPT_EVENTS.entries()) {
      const then = decide(state, { kind, on: TODAY, reason: "Fin" }, TODAY);
      expect(then.ok ? then.state : null).toBe(TABLE[state][index]);
    }
});

it("asks the reason of a retirement alone", () => {
  const reasonless = (kind: "use" | "retire") => decide("draft", { kind, on: TODAY, reason: "" }, TODAY);
  expect(reasonless("use")).toEqual({ ok: true, state: "in-use" });
  expect(reasonless("retire")).toMatchObject({ ok: false, field: "reason" });
});

it("offers what may happen", () => {
  expect(SCRIPT_STATES.map(eventsFrom)).toEqual([["use", "retire"], ["use", "retire"], ["reopen"]]);
});
