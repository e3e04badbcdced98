import { expect, it } from "vitest";
import { sectionOf, SUB_PROCESSOR_SECTIONS, withSection } from "./sections";
import { linkWith, subProcessorWith } from "./sub-processor.fixture";

const CONTENT = subProcessorWith({ chain: { answer: "yes", links: [linkWith("a")] } });

it.each(SUB_PROCESSOR_SECTIONS)("%s: said as it was, nothing changes", (section) => {
  expect(withSection(CONTENT, section, sectionOf(CONTENT, section))).toEqual(CONTENT);
});

it("keeps the links where the answer is said, and the terms where the contract is dated", () => {
  const stated = withSection(CONTENT, "chain", { answer: null });
  expect(stated.chain).toEqual({ answer: null, links: CONTENT.chain.links });
  const dated = withSection(CONTENT, "contract", { reference: "X", signedOn: null, endsOn: null });
  expect(dated.contract).toEqual({ ...CONTENT.contract, reference: "X", signedOn: null });
});
