import { describe, expect, it } from "vitest";
import { decideRun, RUN_EVENTS, RUN_TRANSITIONS, runEventsFrom } from "./lifecycle";
import { RUN_STATES } from "./types";

describe("runEventsFrom", () => {
  it.each([
    ["open", ["close", "cancel"]],
    ["closed", ["revoke"]],
    ["cancelled", ["resume"]],
  ] as const)("from %s: %j", (state, events) => {
    expect(runEventsFrom(state)).toEqual([...events]);
  });
});

describe("decideRun", () => {
  it.each(RUN_STATES.flatMap((state) => RUN_EVENTS.map((event) => [state, event] as const)))(
    "%s, %s",
    (state, event) => {
      const { from, to } = RUN_TRANSITIONS[event];
      expect(decideRun(state, { event, reason: "Contrat renouvelé" }, [])).toEqual(
        from.includes(state) ? { ok: true, state: to } : { ok: false, field: "", key: "notFromHere" },
      );
    },
  );

  it("wants the reason of whatever stops a run or takes back its end", () => {
    for (const event of ["cancel", "resume", "revoke"] as const)
      expect(decideRun(RUN_TRANSITIONS[event].from[0]!, { event, reason: " " }, [])).toEqual({
        ok: false,
        field: "reason",
        key: "reasonMissing",
      });
  });

  it("closes nothing while a blocker stands, which stops no cancelling", () => {
    const blockers = [{ key: "open", lineId: "l" }] as const;
    expect(decideRun("open", { event: "close", reason: "" }, blockers)).toMatchObject({ key: "linesOpen" });
    expect(decideRun("open", { event: "cancel", reason: "Renouvelé" }, blockers)).toMatchObject({ ok: true });
  });
});
