import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decide,
  eventsFrom,
  RECORD_EVENTS,
  TRANSITIONS,
  warningsOf,
  type RecordEventKind,
} from "./lifecycle";
import { RECORD_STATES, type RecordState } from "./types";

const today = "2026-11-24";
const stated = (kind: RecordEventKind, on = today, reason = "Fin du contrat") => ({ kind, on, reason });

const TABLE: Record<RecordState, Partial<Record<RecordEventKind, RecordState>>> = {
  draft: { activate: "active", end: "ended" },
  active: { suspend: "suspended", end: "ended" },
  suspended: { resume: "active", end: "ended" },
  ended: { reopen: "active" },
};

describe("decide", () => {
  it.each(RECORD_STATES.flatMap((state) => RECORD_EVENTS.map((kind) => [state, kind] as const)))(
    "%s, %s",
    (state, kind) => {
      const decision = decide(state, stated(kind), { today });
      const expected = TABLE[state][kind];
      expect(decision).toEqual(
        expected ? { ok: true, state: expected } : { ok: false, field: "event", key: "notFromHere" },
      );
    },
  );

  it.each([
    ["2026-11-25", "future"],
    ["2026-02-29", "notADay"],
    ["2026-11", "notADay"],
    ["", "notADay"],
    ["2026-03-31", "beforeState"],
  ])("refuses the date %s: %s", (on, key) => {
    const decision = decide("active", stated("suspend", on), { today, since: "2026-04-01" });
    expect(decision).toEqual({ ok: false, field: "on", key });
  });

  it("takes a past date, back to the first day of the present state", () => {
    expect(decide("active", stated("end", "2026-04-01"), { today, since: "2026-04-01" }).ok).toBe(true);
  });

  it("lets a draft begin before the day it was typed", () => {
    expect(decide("draft", stated("activate", "2024-03-01"), { today, since: today }).ok).toBe(true);
  });

  it.each(["suspend", "end", "reopen"] as const)("wants the reason of %s", (kind) => {
    const from = TRANSITIONS[kind].from.at(-1)!;
    const decision = decide(from, stated(kind, today, "  "), { today });
    expect(decision).toEqual({ ok: false, field: "reason", key: "reasonMissing" });
  });

  it("never leaves an ended record but by reopening it with a reason", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECORD_EVENTS), fc.string(), (kind, reason) => {
        const decision = decide("ended", stated(kind, today, reason), { today });
        expect(decision.ok).toBe(kind === "reopen" && reason.trim() !== "");
      }),
    );
  });
});

describe("eventsFrom", () => {
  it("offers exactly what is not refused", () => {
    for (const state of RECORD_STATES)
      expect(eventsFrom(state).sort()).toEqual(Object.keys(TABLE[state]).sort());
  });
});

describe("warningsOf", () => {
  it("warns of gaps when a processing begins, and forbids nothing", () => {
    expect(warningsOf("activate", { requiredGaps: 3 })).toEqual([{ key: "requiredGaps", count: 3 }]);
    expect(warningsOf("activate", { requiredGaps: 0 })).toEqual([]);
    expect(warningsOf("suspend", { requiredGaps: 3 })).toEqual([]);
  });
});
