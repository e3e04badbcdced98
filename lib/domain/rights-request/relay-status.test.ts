import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RelayClock } from "./clocks";
import type { Fact } from "./facts";
import { relayStatus } from "./relay-status";

const RECEIVED = Date.UTC(2026, 10, 24, 16, 30);
const HOUR = 3_600_000;
const after = (hours: number) => RECEIVED + hours * HOUR;

const UNDELAYED: RelayClock = { basis: "without-delay", since: RECEIVED };
const within = (hours: number): RelayClock => ({
  basis: "contract",
  since: RECEIVED,
  hours,
  endsAt: after(hours),
});
const fact = (kind: Fact["kind"], hours: number): Fact => ({
  id: kind,
  number: 1,
  kind,
  value: {},
  at: after(hours),
  recordedAt: after(hours),
  authorName: "",
});

const OPEN = {
  state: "received",
  controllerId: "c",
  relayed: null,
  lodged: null,
  instructed: null,
  refused: null,
} as const;

describe("relayStatus", () => {
  it.each([
    ["nobody's", { controllerId: null }, UNDELAYED, 5.5, "unplaced", 5],
    ["owed without a term", {}, UNDELAYED, 5.5, "undelayed", 5],
    ["far from its term", {}, within(48), 5.5, "running", 43],
    ["a day and an instant before it", {}, within(48), 23.999, "running", 25],
    ["a day before it", {}, within(48), 24, "burning", 24],
    ["at its term", {}, within(24), 24, "burning", 0],
    ["an hour after it", {}, within(24), 25, "late", 1],
    ["relayed without a term", { relayed: fact("relayed", 30) }, UNDELAYED, 99, "relayed", 30],
    ["relayed at the term", { relayed: fact("relayed", 24) }, within(24), 99, "relayed-in-time", 0],
    ["relayed after it", { relayed: fact("relayed", 26) }, within(24), 99, "relayed-late", 2],
    ["instructed beforehand", { instructed: fact("instructed", 3) }, within(24), 99, "relayed-in-time", 21],
    [
      "lodged by its controller",
      { state: "relayed", lodged: fact("lodged", 1) },
      within(24),
      99,
      "lodged",
      0,
    ],
    ["set aside", { state: "not-ours", controllerId: null }, UNDELAYED, 5.5, "dropped", 5],
  ] as const)("of a request %s", (_what, of, relay, hours, state, shown) => {
    expect(relayStatus({ ...OPEN, ...of }, relay, after(hours))).toEqual({ state, hours: shown });
  });

  it("is late by every instant after the term and by none before it, and stays as it was met", () => {
    const hours = fc.integer({ min: 1, max: 720 });
    fc.assert(
      fc.property(hours, hours, hours, (term, met, later) => {
        const now = after(met);
        expect(relayStatus(OPEN, within(term), now).state === "late").toBe(met > term);
        const relayed = { ...OPEN, relayed: fact("relayed", met) };
        const status = relayStatus(relayed, within(term), now);
        expect(status.state).toBe(met > term ? "relayed-late" : "relayed-in-time");
        expect(relayStatus(relayed, within(term), now + later * HOUR)).toEqual(status);
      }),
    );
  });
});
