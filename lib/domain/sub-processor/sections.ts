import type { SubProcessorContent } from "./content";

/** Sections saved separately; links of the chain are saved one by one. */
export const SUB_PROCESSOR_SECTIONS = [
  "identity",
  "service",
  "places",
  "chain",
  "guarantees",
  "contract",
  "terms",
  "clauses",
] as const;
export type SubProcessorSection = (typeof SUB_PROCESSOR_SECTIONS)[number];

type Contract = SubProcessorContent["contract"];

/** The fields of each section as its form knows them. */
export type SectionValues = Pick<SubProcessorContent, "identity" | "service" | "places" | "guarantees"> & {
  chain: Pick<SubProcessorContent["chain"], "answer">;
  contract: Pick<Contract, "reference" | "signedOn" | "endsOn">;
  terms: Contract["terms"];
  clauses: Contract["clauses"];
};

export function sectionOf<S extends SubProcessorSection>(
  content: SubProcessorContent,
  section: S,
): SectionValues[S] {
  const { reference, signedOn, endsOn, terms, clauses } = content.contract;
  const { identity, service, places, guarantees } = content;
  const chain = { answer: content.chain.answer };
  const contract = { reference, signedOn, endsOn };
  return { identity, service, places, guarantees, chain, contract, terms, clauses }[section];
}

/** The document with one section said anew; what the section does not ask stays. */
export function withSection<S extends SubProcessorSection>(
  content: SubProcessorContent,
  section: S,
  stated: SectionValues[S],
): SubProcessorContent {
  switch (section) {
    case "terms":
      return { ...content, contract: { ...content.contract, terms: stated as Contract["terms"] } };
    case "clauses": {
      const clauses = { ...content.contract.clauses, ...stated };
      return { ...content, contract: { ...content.contract, clauses } };
    }
    default:
      return { ...content, [section]: { ...content[section as "identity"], ...stated } };
  }
}
