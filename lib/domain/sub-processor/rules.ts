import { clausesAskedFor, type ClauseId } from "@/lib/domain/contract/clauses";
import { FLOWING_CLAUSE_IDS, type ChainLink } from "./content";
import { isFree, isInForce } from "./use-requirements";
import { countriesOf } from "./scope";
import type { SubProcessorAssessment, SubProcessorGap } from "./sub-processor-case";

type Rule = Pick<SubProcessorGap, "level" | "article" | "section" | "field"> & {
  /** Its words stand under `sub-processor-gaps.rules.<id>`. */
  id: string;
};

/** Requires its condition wherever the rule applies. */
export type SubProcessorRule = Rule & {
  applies: (it: SubProcessorAssessment) => boolean;
  isMet: (it: SubProcessorAssessment) => boolean;
};

const always = () => true;
const isSigned = ({ content, on }: SubProcessorAssessment) => isInForce(content.contract, on);

export const SUB_PROCESSOR_RULES: readonly SubProcessorRule[] = [
  {
    id: "country-unnamed",
    level: "required",
    article: "28(2), 44; EDPB 22/2024",
    section: "identity",
    field: "country",
    applies: always,
    isMet: ({ content }) => content.identity.country !== null,
  },
  {
    id: "address-missing",
    level: "required",
    article: "28(1), 28(2); EDPB 22/2024",
    section: "identity",
    field: "address",
    applies: always,
    isMet: ({ content }) => content.identity.address !== "",
  },
  {
    id: "contact-missing",
    level: "required",
    article: "28(1), 28(2); EDPB 22/2024",
    section: "identity",
    field: "contact",
    applies: always,
    isMet: ({ content }) => content.identity.contact !== "",
  },
  {
    // A list of names decides nothing: the controller is told what each does, guidelines 07/2020 §§151 to 153.
    id: "service-missing",
    level: "required",
    article: "28(2); EDPB 07/2020",
    section: "service",
    field: "service",
    applies: always,
    isMet: ({ content }) => content.service.service !== "",
  },
  {
    id: "data-unsaid",
    level: "advisable",
    article: "28(2); EDPB 22/2024",
    section: "service",
    field: "data",
    applies: always,
    isMet: ({ content }) => content.service.data !== "",
  },
  {
    id: "sites-unsaid",
    level: "required",
    article: "28(2), 44",
    section: "places",
    field: "sites",
    applies: ({ content }) => countriesOf(content).length > 0,
    isMet: ({ content }) => content.places.sites.length > 0,
  },
  {
    id: "site-country-unnamed",
    level: "required",
    article: "44",
    section: "places",
    field: "sites",
    applies: always,
    isMet: ({ content }) => content.places.sites.every(({ country }) => country !== null),
  },
  {
    // EDPB guidelines 05/2021: access from a third country is a transfer, wherever the data are hosted.
    id: "access-unanswered",
    level: "required",
    article: "44",
    section: "places",
    field: "accessAnswer",
    applies: always,
    isMet: ({ content }) => content.places.accessAnswer !== null,
  },
  {
    id: "access-unnamed",
    level: "required",
    article: "44",
    section: "places",
    field: "accessCountries",
    applies: ({ content }) => content.places.accessAnswer === "yes",
    isMet: ({ content }) => content.places.accessCountries.length > 0,
  },
  {
    id: "chain-unanswered",
    level: "required",
    article: "28(2), 28(4); EDPB 22/2024",
    section: "chain",
    field: "answer",
    applies: always,
    isMet: ({ content }) => content.chain.answer !== null,
  },
  {
    id: "chain-unnamed",
    level: "required",
    article: "28(2), 28(4); EDPB 22/2024",
    section: "chain",
    field: "answer",
    applies: ({ content }) => content.chain.answer === "yes",
    isMet: ({ content }) => content.chain.links.length > 0,
  },
  {
    id: "guarantees-unshown",
    level: "advisable",
    article: "28(1), 28(4), 28(5)",
    section: "guarantees",
    field: "checks",
    applies: always,
    isMet: ({ content: { guarantees } }) => guarantees.checks !== "" || guarantees.certifications.length > 0,
  },
  {
    id: "certification-expired",
    level: "advisable",
    article: "28(1), 28(5)",
    section: "guarantees",
    field: "certifications",
    applies: always,
    isMet: ({ content, on }) =>
      content.guarantees.certifications.every(({ validUntil }) => validUntil === null || validUntil >= on),
  },
  {
    id: "clauses-lacking",
    level: "required",
    article: "28(4), 28(3)",
    section: "clauses",
    field: "clauses",
    applies: isSigned,
    isMet: (it) => answersOf(it).every((answer) => answer === "present" || answer === "unread"),
  },
  {
    id: "clauses-unread",
    level: "advisable",
    article: "28(4), 28(3)",
    section: "clauses",
    field: "clauses",
    applies: isSigned,
    isMet: (it) => answersOf(it).every((answer) => answer !== "unread"),
  },
];

type ChainRule = Rule & { isMet: (link: ChainLink, on: string) => boolean };

/** Name, address, contact, country, service of every link, EDPB opinion 22/2024. */
export const CHAIN_RULES: readonly ChainRule[] = [
  chainRule("link-country-unnamed", "28(2), 44; EDPB 22/2024", ({ country }) => country !== null),
  chainRule("link-address-missing", "28(2); EDPB 22/2024", ({ address }) => address !== ""),
  chainRule("link-contact-missing", "28(2); EDPB 22/2024", ({ contact }) => contact !== ""),
  chainRule("link-service-missing", "28(2); EDPB 22/2024", ({ service }) => service !== ""),
  {
    // Each onward transfer needs its own tool, which whoever stands above the link signs.
    ...chainRule(
      "link-third-country",
      "44, 46; EDPB 22/2024",
      ({ country }, on) => country === null || isFree(country, on),
    ),
    level: "advisable",
  },
];

function chainRule(id: string, article: string, isMet: ChainRule["isMet"]): ChainRule {
  return { id, level: "required", section: "chain", field: "links", article, isMet };
}

/** The clauses that its contract must hold: each in its own case, as in a client's. K01 to K07 are not passed down. */
export function clausesAsked({ content, on }: Pick<SubProcessorAssessment, "content" | "on">): ClauseId[] {
  const countries = countriesOf(content);
  const facts = {
    isGeneral: content.contract.terms.authorisation === "general",
    reachesThirdCountry: countries.some((code) => !isFree(code, on)),
    reachesMorocco: countries.includes("MA"),
  };
  return clausesAskedFor(facts, on)
    .map(({ id }) => id)
    .filter((id) => FLOWING_CLAUSE_IDS.includes(id));
}

function answersOf(it: SubProcessorAssessment) {
  return clausesAsked(it).map((id) => it.content.contract.clauses[id].answer);
}
