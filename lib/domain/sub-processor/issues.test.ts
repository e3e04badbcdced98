import { expect, it } from "vitest";
import { sectionIssue } from "./issues";
import type { SubProcessorSection } from "./sections";
import { linkWith, subProcessorWith } from "./sub-processor.fixture";

it.each<[string, SubProcessorSection, Parameters<typeof subProcessorWith>[0], string | null]>([
  [
    "a service that ends first",
    "service",
    { service: { startsOn: "2026-02-01", endsOn: "2026-01-01" } },
    "endsOn",
  ],
  ["no remote access, from Tunisia", "places", { places: { accessCountries: ["TN"] } }, "accessCountries"],
  ["no chain, and a company in it", "chain", { chain: { answer: "no", links: [linkWith("a")] } }, "answer"],
  ["a chain, and a company in it", "chain", { chain: { answer: "yes", links: [linkWith("a")] } }, null],
  ["checked tomorrow", "guarantees", { guarantees: { checkedOn: "2026-11-27" } }, "checkedOn"],
  ["signed tomorrow", "contract", { contract: { signedOn: "2026-11-27" } }, "signedOn"],
  ["ended before it was signed", "contract", { contract: { endsOn: "2025-03-31" } }, "endsOn"],
  ["what another section says", "identity", { contract: { signedOn: "2026-11-27" } }, null],
])("%s", (_case, section, change, path) => {
  expect(sectionIssue(subProcessorWith(change), section, "2026-11-26")?.path ?? null).toBe(path);
});
