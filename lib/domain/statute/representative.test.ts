import { expect, it } from "vitest";
import { applicableLaws } from "./applicable-laws";
import { representativeExemption } from "./representative";

const on = "2026-12-01";
const FACTS = { establishments: [], targeting: "", targetCountries: [] };

it.each([
  ["in France", { country: "FR" }, "seat"],
  ["in Morocco that targets nobody in the Union", { country: "MA", targeting: "no" }, "not-targeting"],
  ["in Morocco with a French branch", { country: "MA", establishments: ["FR"] }, "establishment"],
  [
    "in Morocco that targets persons in France",
    { country: "MA", targeting: "yes", targetCountries: ["FR"] },
    null,
  ],
  ["in Morocco that nobody asked", { country: "MA" }, null],
  ["of an unknown country", { country: null }, null],
])("of a client %s that names no representative, the reason is %o: %s", (_client, stated, reason) => {
  const laws = applicableLaws(Object.assign({}, FACTS, stated), { on });
  expect(representativeExemption(laws, { country: stated.country, on })).toBe(reason);
});
