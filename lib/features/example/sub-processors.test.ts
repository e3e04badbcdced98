import { expect, it } from "vitest";
import { assessSubProcessor } from "@/lib/domain/sub-processor/completeness";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import {
  EXAMPLE_SUB_PROCESSORS,
  exampleSubProcessors,
  type ExampleSubProcessor,
} from "./content/sub-processors";
import { exampleTransfers } from "./content/transfers";

const TODAY = "2026-11-24";

const GAPS: Record<ExampleSubProcessor, string[]> = {
  voice: [],
  crm: ["clauses-lacking"],
  planning: [
    "address-missing",
    "contact-missing",
    "data-unsaid",
    "sites-unsaid",
    "access-unanswered",
    "chain-unanswered",
    "guarantees-unshown",
    "contract-missing",
    "module-3-missing",
    "assessment-missing",
  ],
  speech: [],
  archives: [],
  nights: ["assessment-missing"],
  recordings: ["chain-unanswered", "certification-expired"],
  lexivox: [
    "address-missing",
    "contact-missing",
    "data-unsaid",
    "sites-unsaid",
    "access-unanswered",
    "chain-unanswered",
    "guarantees-unshown",
    "contract-missing",
    "module-3-missing",
    "assessment-missing",
  ],
};

it.each(EXAMPLE_SUB_PROCESSORS)("%s lacks what it is meant to lack", (name) => {
  const content = exampleSubProcessors(TODAY)[name];
  expect(subProcessorContentSchema.parse(content)).toEqual(content);
  const transfers = exampleTransfers(TODAY)
    .filter(({ subProcessor }) => subProcessor === name)
    .map((transfer) => ({ state: "running" as const, content: transfer.content, controllerId: null }));
  const found = assessSubProcessor({ content, transfers, clients: [], on: TODAY });
  expect(found.map(({ rule }) => rule)).toEqual(GAPS[name]);
});
