import { describe, expect, it } from "vitest";
import { lastScrubOn, scrubKind } from "./scrubs";

describe("scrubKind", () => {
  it.each([
    ["2026-08-10", "bloctel"],
    ["2026-08-11", "objections"],
  ])("on %s is %s", (day, kind) => expect(scrubKind(day)).toBe(kind));
});

describe("lastScrubOn", () => {
  it("is the last until the day, and never where none was", () => {
    expect(lastScrubOn(["2026-07-01", "2026-06-01", "2026-08-01"], "2026-07-31")).toBe("2026-07-01");
    expect(lastScrubOn([], "2026-07-31")).toBe("never");
  });
});
