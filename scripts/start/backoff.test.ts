import { describe, expect, it } from "vitest";
import { nextBackoff } from "./backoff";

describe("nextBackoff", () => {
  it("waits twice as long after each early death, half a minute at most", () => {
    let state = { failures: 0, delay: 0 };
    const delays = Array.from({ length: 9 }, () => (state = nextBackoff(state, 1_000)).delay);
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("forgets the past after a sound life", () => {
    expect(nextBackoff({ failures: 7 }, 3_600_000)).toEqual({ failures: 0, delay: 0 });
  });
});
