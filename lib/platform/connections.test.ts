import { describe, expect, it } from "vitest";
import { connectionsFor, POOLS } from "./connections";

describe("connectionsFor", () => {
  it("is PostgreSQL's own number on a small machine", () => {
    expect([1, 2].map(connectionsFor)).toEqual([100, 100]);
  });

  it.each([3, 8, 64])("lets %s web processes fill every pool, and leaves some to others", (webWorkers) => {
    const held = webWorkers * (POOLS.app + POOLS.auth + POOLS.jobs + 1);
    expect(connectionsFor(webWorkers)).toBeGreaterThan(held + 20);
  });
});
