import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { agentKey, newlyStated, readersOf, READING_KINDS, type Reading, uniqueAgents } from "./readers";

const recorded = (agent: string, kind: Reading["kind"], edition = 1, on = "2026-01-05"): Reading => ({
  agent,
  kind,
  edition,
  on,
  means: kind === "read" ? "sheet" : "",
});

test.each([
  ["Élodie  Martin", "elodie martin"],
  [" A-014 ", "a-014"],
])("%j is known as %j", (agent, key) => {
  expect(agentKey(agent)).toBe(key);
});

describe("readersOf", () => {
  it("lists by name who works with the script, and what they read before", () => {
    const readings = [
      recorded("Zineb", "expected"),
      recorded("A-014", "read", 1),
      recorded("A-027", "read", 2, "2026-02-01"),
    ];
    expect(readersOf(readings, 2)).toEqual([
      { agent: "A-014", readOn: null, means: "", earlier: 1 },
      { agent: "A-027", readOn: "2026-02-01", means: "sheet", earlier: null },
      { agent: "Zineb", readOn: null, means: "", earlier: null },
    ]);
  });

  it("leaves out who left, until they come back", () => {
    const left = [recorded("A-014", "read"), recorded("a-014", "left")];
    expect(readersOf(left, 1)).toEqual([]);
    expect(readersOf([...left, recorded("A-014", "expected")], 1)).toMatchObject([{ readOn: "2026-01-05" }]);
  });
});

const readings = fc.array(
  fc
    .record({
      agent: fc.constantFrom("A-014", "a-014", "Élise", "Elise", "Nour"),
      kind: fc.constantFrom(...READING_KINDS),
      edition: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ agent, kind, edition }) => recorded(agent, kind, edition)),
);

describe("newlyStated", () => {
  it("finds nothing more to record once it was recorded", () => {
    fc.assert(
      fc.property(
        readings,
        fc.array(fc.constantFrom("A-014", "Elise", "Nour", "Omar")),
        fc.constantFrom(...READING_KINDS),
        fc.integer({ min: 1, max: 3 }),
        (before, agents, kind, edition) => {
          const stated = newlyStated(agents, { kind, edition }, before);
          const after = [...before, ...stated.map((agent) => recorded(agent, kind, edition))];
          expect(newlyStated(agents, { kind, edition }, after)).toEqual([]);
          const isRead = new Map(
            readersOf(after, edition).map(({ agent, readOn }) => [agentKey(agent), readOn !== null]),
          );
          for (const agent of uniqueAgents(agents).map(agentKey)) {
            expect(isRead.has(agent)).toBe(kind !== "left");
            expect(kind === "read" && isRead.get(agent) !== true).toBe(false);
          }
        },
      ),
    );
  });
});
