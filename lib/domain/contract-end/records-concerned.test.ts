import { expect, it } from "vitest";
import { concernOf, isProposed } from "./records-concerned";

it.each([
  ["CT-2024-03", "active", "names-it"],
  ["Contrat ct-2024-03 du 3 mars", "suspended", "names-it"],
  ["CT-2024-031", "active", "names-none"],
  ["", "draft", "names-none"],
  ["avenant 2 au CT-2025-01", "active", "names-another"],
  ["CT-2024-03", "ended", "ended"],
] as const)("an entry under %j, %s: %s", (contractReference, state, concern) => {
  expect(concernOf({ id: "r", state, contractReference }, "CT-2024-03", ["CT-2025-01"])).toBe(concern);
});

it("proposes all but what another contract covers and what has ended", () => {
  expect((["names-it", "names-none", "names-another", "ended"] as const).filter(isProposed)).toEqual([
    "names-it",
    "names-none",
  ]);
});
