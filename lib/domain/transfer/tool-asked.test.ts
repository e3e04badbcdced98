import { expect, it } from "vitest";
import type { LawFacts } from "@/lib/domain/statute/applicable-laws";
import { toolAsked } from "./tool-asked";

const on = "2026-11-25";
const client = (stated: Partial<LawFacts>): LawFacts => ({
  country: null,
  establishments: [],
  targeting: "no",
  targetCountries: [],
  ...stated,
});

it.each<[string, LawFacts, string]>([
  ["in France", client({ country: "FR" }), "tool"],
  ["in Britain", client({ country: "GB" }), "tool"],
  ["of an unknown country", client({}), "tool"],
  ["in Morocco", client({ country: "MA" }), "law-09-08"],
  [
    "in Morocco that targets persons in France",
    client({ country: "MA", targeting: "yes", targetCountries: ["FR"] }),
    "tool",
  ],
  ["in the United States", client({ country: "US" }), "other"],
])("a client %s has its own law asked", (_which, of, expected) => {
  expect(toolAsked(of, { isProcessorBound: false, on })).toBe(expected);
});

it("asks for a tool of every client where the GDPR binds the processor itself", () => {
  expect(toolAsked(client({ country: "MA" }), { isProcessorBound: true, on })).toBe("tool");
});
