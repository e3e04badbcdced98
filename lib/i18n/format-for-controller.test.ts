import { describe, expect, it } from "vitest";
import { formatForController } from "./format";

const AT = Date.UTC(2026, 10, 25, 23, 30);

describe("formatForController", () => {
  it("names an instant once where the controller has the processor's clock", () => {
    expect(formatForController(AT, "Africa/Casablanca", "en")).toBe(
      "25\u00a0Nov\u00a02026, 23:30\u00a0Casablanca\u00a0+00:00",
    );
  });

  it.each([
    ["Europe/Zurich", "26\u00a0Nov\u00a02026, 00:30\u00a0Zurich\u00a0+01:00"],
    ["Europe/London", "25\u00a0Nov\u00a02026, 23:30\u00a0London\u00a0+00:00"],
  ] as const)("names it in %s too, with its day", (zone, said) => {
    expect(formatForController(AT, zone, "en")).toContain(`(${said})`);
  });
});
