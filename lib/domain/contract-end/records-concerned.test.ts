import { expect, it } from "vitest";
import { concernOf, isProposed, type Concern } from "./records-concerned";

const OTHERS = [
  { id: "on", reference: "CT-2025-01", goesOn: true },
  { id: "past", reference: "CT-2020-07", goesOn: false },
];

const CONTRACT = { id: "c", reference: "CT-2024-03" };

it.each([
  ["CT-2024-03", "active", "names-it"],
  ["Contrat ct-2024-03 du 3 mars", "suspended", "names-it"],
  ["CT-2024-031", "active", "names-none"],
  ["", "draft", "names-none"],
  ["avenant 2 au CT-2025-01", "active", "names-another"],
  ["CT-2024-03 et CT-2025-01", "active", "names-both"],
  ["CT-2020-07, puis CT-2024-03", "active", "names-it"],
  ["CT-2024-03", "ended", "ended"],
] as const)("an entry under %j, %s: %s", (contractReference, state, concern) => {
  const entry = { id: "r", state, contractReference, contractIds: [] };
  expect(concernOf(entry, CONTRACT, OTHERS)).toBe(concern);
});

it("goes by the contracts that an entry names, whatever its words say", () => {
  const entry = { id: "r", state: "active" as const, contractReference: "CT-2024-03" };
  expect(concernOf({ ...entry, contractIds: ["on"] }, CONTRACT, OTHERS)).toBe("names-another");
  const words = { ...entry, contractReference: "CT-2025-01" };
  expect(concernOf({ ...words, contractIds: ["c"] }, CONTRACT, OTHERS)).toBe("names-it");
  expect(concernOf({ ...words, contractIds: ["c", "on"] }, CONTRACT, OTHERS)).toBe("names-both");
});

it("proposes no entry that may be of a contract that goes on", () => {
  const concerns: Concern[] = ["names-it", "names-both", "names-none", "names-another", "ended"];
  const proposed = (others: typeof OTHERS) => concerns.filter((concern) => isProposed(concern, others));
  expect(proposed(OTHERS)).toEqual(["names-it"]);
  expect(proposed(OTHERS.filter(({ goesOn }) => !goesOn))).toEqual(["names-it", "names-none"]);
});
