import { describe, expect, it } from "vitest";
import { areIdleConnectionsRetained, connectionsFor, POOLS } from "./connections";

const PER_PROCESS =
  POOLS.app + POOLS.auth + POOLS.read + POOLS.portal + POOLS.auditor + POOLS.public + POOLS.jobs + 1;

describe("connectionsFor", () => {
  it("is PostgreSQL's own number on a machine of one processor", () => {
    expect(connectionsFor(1)).toBe(100);
  });

  it.each([2, 3, 8, 64])("lets %s web processes fill every pool, and leaves some to others", (webWorkers) => {
    expect(connectionsFor(webWorkers)).toBe((webWorkers + 2) * PER_PROCESS + 3);
  });
});

describe("areIdleConnectionsKept", () => {
  it.each([1, 2, 8])("is so on a server that was started for %s web processes", (webWorkers) => {
    expect(areIdleConnectionsRetained(connectionsFor(webWorkers) - 3, webWorkers)).toBe(true);
  });

  it("is not so where others hold what the pools would need", () => {
    expect(areIdleConnectionsRetained(4 * PER_PROCESS, 2)).toBe(true);
    expect(areIdleConnectionsRetained(4 * PER_PROCESS - 1, 2)).toBe(false);
    expect(areIdleConnectionsRetained(97, 8)).toBe(false);
  });
});
