import { expect, it } from "vitest";
import { nextToTell } from "./next-to-tell";

const caseOf = (lineId: string, deadline: number | null) => ({
  lineId,
  status: "confirmed",
  issued: [] as string[],
  clock: { deadline, toldAt: null as number | null },
});

it("names the controller whose own delay ends first, and after it those without one", () => {
  expect(nextToTell([caseOf("none", null), caseOf("late", 20), caseOf("soon", 10)])?.lineId).toBe("soon");
  expect(nextToTell([caseOf("none", null)])?.lineId).toBe("none");
});

it("passes over those that are told, have a notification, or are not confirmed", () => {
  const told = { ...caseOf("told", 1), clock: { deadline: 1, toldAt: 1 } };
  const issued = { ...caseOf("issued", 2), issued: ["notice"] };
  const proposed = { ...caseOf("proposed", 3), status: "proposed" };
  expect(nextToTell([told, issued, proposed])).toBeUndefined();
});
