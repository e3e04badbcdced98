import { describe, expect, it } from "vitest";
import { nameStatements } from "./statement-names";

describe("nameStatements", () => {
  it("calls one text by one name, and another by another", () => {
    const nameOf = nameStatements({ often: 1 });
    const name = nameOf({ sql: "SELECT 1" });
    expect(name).toMatch(/^amana_[0-9a-f]{32}$/);
    expect(nameOf({ sql: "SELECT 1" })).toBe(name);
    expect(nameOf({ sql: "SELECT 2" })).not.toBe(name);
    expect(nameStatements({ often: 1 })({ sql: "SELECT 1" })).toBe(name);
  });

  it("stays within what PostgreSQL keeps of an identifier", () => {
    expect(nameStatements({ often: 1 })({ sql: "x".repeat(10_000) }).length).toBeLessThan(64);
  });

  it("names a text from its third use on, and one that is used less not at all", () => {
    const nameOf = nameStatements({ often: 3 });
    const uses = Array.from({ length: 3 }, () => nameOf({ sql: "SELECT 1" }));
    expect(uses).toEqual(["", "", expect.stringMatching(/^amana_/)]);
    expect(nameOf({ sql: "SELECT 2" })).toBe("");
  });

  it("names no more than so many, and forgets none of them", () => {
    const nameOf = nameStatements({ most: 1, often: 1 });
    const first = nameOf({ sql: "SELECT 1" });
    expect(nameOf({ sql: "SELECT 2" })).toBe("");
    expect(nameOf({ sql: "SELECT 1" })).toBe(first);
  });
});
