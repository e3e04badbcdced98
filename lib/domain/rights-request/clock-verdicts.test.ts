import { describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { clockVerdicts } from "./clock-verdicts";
import { controllerClock, relayClock } from "./clocks";
import type { Fact, FactKind, FactValue } from "./facts";
import { foldRequest } from "./file";
import { clearPeriod } from "./periods";

const at = (instant: string) => Date.parse(instant);
const RECEIVED = at("2026-11-02T09:00:00Z");
const CONTROLLER = "0190a000-0000-7000-8000-000000000001";
const calendar = calendarOf({ country: "FR", address: "" }, { from: "2026-11-02" });

type Stated = [kind: FactKind, at: string, value?: FactValue];

function judged(stated: Stated[], now: string, days: number | null = 2) {
  const facts = stated.map(([kind, instant, value = {}], index): Fact => {
    const number = index + 1;
    return {
      id: String(number),
      number,
      kind,
      value,
      at: at(instant),
      recordedAt: at(instant),
      authorName: "",
    };
  });
  const terms = { contractId: "", reference: "", rule: "forwarded" as const, hours: null, days };
  const receipts = { processorAt: RECEIVED, controllerAt: null };
  return clockVerdicts(
    {
      file: foldRequest(facts),
      relay: relayClock(RECEIVED, terms),
      clock: controllerClock(receipts, { announcedAt: null, doubts: [] }, calendar),
      clear: clearPeriod(RECEIVED),
    },
    at(now),
  );
}

const placed: Stated = ["placed", "2026-11-02T09:00:00Z", { controllerId: CONTROLLER }];

describe("the clocks of a request", () => {
  it.each([
    ["relayed at the last millisecond of two days", "2026-11-04T09:00:00.000Z", "kept"],
    ["relayed a millisecond later", "2026-11-04T09:00:00.001Z", "missed"],
  ])("judge what was %s", (_, relayed, relay) => {
    expect(judged([placed, ["relayed", relayed]], "2026-11-10T09:00:00Z").relay).toBe(relay);
  });

  it("run until their end, and are missed from then on", () => {
    expect(judged([placed], "2026-11-04T09:00:00Z").relay).toBe("running");
    expect(judged([placed], "2026-11-04T09:00:00.001Z").relay).toBe("missed");
  });

  it("invent no term where the contract has none", () => {
    expect(judged([placed], "2026-12-31T09:00:00Z", null).relay).toBe("waiting");
    expect(judged([placed, ["relayed", "2026-11-30T09:00:00Z"]], "2026-12-31T09:00:00Z", null).relay).toBe(
      "done",
    );
  });

  it("end with an answer: within the month, and after the clear days of law 09-08", () => {
    const answered: Stated[] = [
      placed,
      ["relayed", "2026-11-02T10:00:00Z"],
      ["refused", "2026-11-20T09:00:00Z"],
    ];
    expect(judged(answered, "2027-01-01T09:00:00Z")).toEqual({
      relay: "kept",
      answer: "kept",
      clear: "missed",
    });
  });

  it("bind nobody while its controller is unknown, nor once it is nobody's", () => {
    const none = { relay: "none", answer: "none", clear: "none" };
    expect(judged([], "2027-01-01T09:00:00Z")).toEqual(none);
    expect(judged([placed, ["not-ours", "2026-11-03T09:00:00Z"]], "2027-01-01T09:00:00Z")).toEqual(none);
  });
});
