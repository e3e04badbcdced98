import { describe, expect, it } from "vitest";
import { readAsOf } from "./as-of";

const TODAY = "2026-11-25";

describe("readAsOf", () => {
  it.each([
    ["2026-03-14", "2026-03-14T23:59:59.999+00:00"], // Ramadan: Morocco is back at UTC
    ["2026-06-01", "2026-06-01T23:59:59.999+01:00"],
    ["2026-09-19", "2026-09-19T23:59:59.999+01:00"],
    ["2026-09-21", "2026-09-21T23:59:59.999+00:00"], // after GMT+1 was left
    [" 2026-11-24 ", "2026-11-24T23:59:59.999+00:00"],
  ])("%s ends in Casablanca", (text, end) => {
    expect(readAsOf(text, TODAY)).toEqual({ ok: true, asOf: { day: text.trim(), endMs: Date.parse(end) } });
  });

  it.each([
    ["", "today says what stands"],
    [TODAY, "its end has not come"],
  ])("%j is now: %s", (text) => {
    expect(readAsOf(text, TODAY)).toEqual({ ok: true, asOf: null });
  });

  it.each(["2026-02-30", "2026-13-01", "14/03/2026", "hier", "2026-3-4", "0"])("%s is no day", (text) => {
    expect(readAsOf(text, TODAY)).toEqual({ ok: false, key: "notADay" });
  });

  it.each(["2026-11-26", "9999-12-31"])("%s has not come", (text) => {
    expect(readAsOf(text, TODAY)).toEqual({ ok: false, key: "future" });
  });
});
