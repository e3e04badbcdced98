import { describe, expect, it } from "vitest";
import { nameStatements } from "./statement-names";

describe("nameStatements", () => {
  it("calls one text by one name, and another by another", () => {
    const nameOf = nameStatements();
    const name = nameOf({ sql: "SELECT 1" });
    expect(name).toMatch(/^amana_[0-9a-f]{32}$/);
    expect(nameOf({ sql: "SELECT 1" })).toBe(name);
    expect(nameOf({ sql: "SELECT 2" })).not.toBe(name);
    expect(nameStatements()({ sql: "SELECT 1" })).toBe(name);
  });

  it("stays within what PostgreSQL keeps of an identifier", () => {
    expect(nameStatements()({ sql: "x".repeat(10_000) }).length).toBeLessThan(64);
  });

  it("names no more than so many, and forgets none of them", () => {
    const nameOf = nameStatements(1);
    const first = nameOf({ sql: "SELECT 1" });
    expect(nameOf({ sql: "SELECT 2" })).toBe("");
    expect(nameOf({ sql: "SELECT 1" })).toBe(first);
  });
});
