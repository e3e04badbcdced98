import { describe, expect, it } from "vitest";
import { CONTRACT_EVENTS, decide, eventsFrom, TRANSITIONS, type ContractEventKind } from "./lifecycle";
import { contractWith } from "./contract.fixture";
import type { ContractDates } from "./types";

const TODAY = "2026-11-24";
const DRAFT: ContractDates = { signedOn: null, effectiveOn: null, noticeGivenOn: null, endedOn: null };
const SIGNED = { ...DRAFT, signedOn: "2026-03-01" };
const IN_FORCE = { ...SIGNED, effectiveOn: "2026-04-01" };
const NOTIFIED = { ...IN_FORCE, noticeGivenOn: "2026-06-01" };
const ENDED = { ...IN_FORCE, endedOn: "2026-09-01" };

const ask = (
  dates: ContractDates,
  kind: ContractEventKind,
  on: string,
  { reason = "Motif", endsOn = null }: { reason?: string; endsOn?: string | null } = {},
) => decide(contractOf(dates, endsOn), { kind, on, reason }, TODAY);

function contractOf(dates: ContractDates, endsOn: string | null) {
  return contractWith({ term: { endsOn, renewal: "none" } }, dates);
}

describe("eventsFrom", () => {
  it.each([
    ["draft", DRAFT, ["sign", "begin", "end"]],
    ["signed", SIGNED, ["begin", "give-notice", "end"]],
    ["in force", IN_FORCE, ["give-notice", "end"]],
    ["in force, notice given", NOTIFIED, ["withdraw-notice", "end"]],
    ["ended", ENDED, ["reopen"]],
  ] as const)("from %s: %j", (_state, dates, events) => {
    expect(eventsFrom(contractOf(dates, null), TODAY)).toEqual([...events]);
  });

  it.each([
    ["expired", IN_FORCE, ["end"]],
    ["expired by a notice that may never have been given", NOTIFIED, ["withdraw-notice", "end"]],
    ["expired, and ended since", ENDED, ["reopen"]],
  ] as const)("from %s: %j", (_state, dates, events) => {
    expect(eventsFrom(contractOf(dates, "2026-11-23"), TODAY)).toEqual([...events]);
  });
});

describe("decide", () => {
  it.each([
    [DRAFT, "sign", "2026-11-24", { signedOn: "2026-11-24" }],
    [DRAFT, "begin", "2026-01-01", { effectiveOn: "2026-01-01" }],
    [SIGNED, "begin", "2027-01-01", { effectiveOn: "2027-01-01" }],
    [IN_FORCE, "give-notice", "2026-05-05", { noticeGivenOn: "2026-05-05" }],
    [NOTIFIED, "withdraw-notice", "2026-07-01", { noticeGivenOn: null }],
    [IN_FORCE, "end", "2026-11-24", { endedOn: "2026-11-24" }],
    [ENDED, "reopen", "2026-11-24", { endedOn: null }],
  ] as const)("%j, %s on %s", (dates, kind, on, change) => {
    expect(ask(dates, kind, on)).toEqual({ ok: true, dates: { ...dates, ...change } });
  });

  it.each([
    ["signed twice", SIGNED, "sign", "2026-11-01", {}, "event", "notFromHere"],
    ["what is no day", DRAFT, "sign", "2026-02-30", {}, "on", "notADay"],
    ["a signature to come", DRAFT, "sign", "2026-11-25", {}, "on", "future"],
    ["an end to come", IN_FORCE, "end", "2026-12-01", {}, "on", "future"],
    ["an end before its start", IN_FORCE, "end", "2026-03-31", {}, "on", "endBeforeStart"],
    ["an end before its signature", SIGNED, "end", "2026-02-01", {}, "on", "endBeforeStart"],
    [
      "an effect past its term",
      SIGNED,
      "begin",
      "2027-01-01",
      { endsOn: "2026-12-31" },
      "on",
      "endBeforeStart",
    ],
    ["notice of what is not signed", SIGNED, "give-notice", "2026-02-01", {}, "on", "noticeBeforeSignature"],
    [
      "notice taken back that was not given",
      IN_FORCE,
      "withdraw-notice",
      "2026-07-01",
      {},
      "event",
      "noNoticeGiven",
    ],
    ["an end without a reason", IN_FORCE, "end", "2026-11-24", { reason: "  " }, "reason", "reasonMissing"],
  ] as const)("refuses %s", (_what, dates, kind, on, rest, field, key) => {
    expect(ask(dates, kind, on, rest)).toEqual({ ok: false, field, key });
  });

  it("has a row for every event", () => expect(Object.keys(TRANSITIONS)).toEqual([...CONTRACT_EVENTS]));
});
