import type { ContractTermsDocument } from "@/lib/domain/contract/content";
import { compareCoverage, splitCell, type Coverage } from "@/lib/domain/contract/coverage";
import { beginningOf, contractOn } from "@/lib/domain/contract/in-force";
import { subProcessingOf } from "@/lib/domain/contract/sub-processing";
import type { Contract } from "@/lib/domain/contract/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { foldedWords } from "@/lib/domain/text/vagueness";
import { lastDay } from "@/lib/domain/time/partial-date";
import { isInEea } from "@/lib/domain/statute/eea";
import type { InstructionScope } from "./content";
import { exceedsRetention, namesRetention } from "./retention";

/** Kinds of processing that nothing covers, the gravest first. */
export const SCOPE_KINDS = [
  "contract",
  "countries",
  "subProcessors",
  "dataCategories",
  "personCategories",
  "operations",
  "retention",
  "period",
] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/**
 * `said` is what the entry says that neither contract nor instruction does; or, where it was not compared, what a person
 * must compare: a part of it is allowed, or what the contract lets be done was not read.
 */
export type ScopeFinding = { kind: ScopeKind; article: string; stated: string[]; isCompared: boolean };

const ARTICLES: Record<ScopeKind, string> = {
  contract: "28(3)",
  operations: "28(3)(a), 28(10)",
  dataCategories: "28(3)(a), 28(10)",
  personCategories: "28(3)(a), 28(10)",
  countries: "28(3)(a), 44",
  subProcessors: "28(2)",
  retention: "28(3), 28(3)(g)",
  period: "28(3)",
};

export type ScopeCase = {
  content: Pick<
    RecordContent,
    "operations" | "dataCategories" | "persons" | "destinations" | "subProcessors" | "retention" | "startsOn"
  >;
  /** Every contract of the controller; those in force on the day count. */
  contracts: readonly Contract[];
  /** Instructions in force on the day, which allow more than the contracts. */
  instructions: readonly InstructionScope[];
  day: string;
};

/**
 * Article 28(10): a processor that decides by itself is a controller, so this lists the processing of an
 * entry that no contract in force nor any instruction covers. Remedies: ask for an instruction, amend the
 * contract, or stop.
 */
export function outOfScope({ content, contracts, instructions, day }: ScopeCase): ScopeFinding[] {
  const deeds = contracts
    .map((contract) => contractOn(contract, day))
    .flatMap(({ state, contractTerms }) => (state === "in-force" ? [contractTerms] : []));
  if (deeds.length === 0) return findingsOf("contract", { excess: [""], uncompared: [] });
  const allowed = (name: keyof InstructionScope) => [
    ...deeds.flatMap(({ object }) => object[name]).filter((text) => text !== ""),
    ...instructions.flatMap((covers) => covers[name]),
  ];
  const isRead = (name: keyof InstructionScope) => deeds.every(({ object }) => object[name].length > 0);
  const worded = (name: "operations" | "dataCategories" | "personCategories", stated: readonly string[]) =>
    compareCoverage(stated, allowed(name), isRead(name));
  const listed = (name: keyof InstructionScope, excess: string[]): Coverage =>
    isRead(name) ? { excess, uncompared: [] } : { excess: [], uncompared: excess };
  const countries = thirdCountriesOf(content, day);
  const retention = exceedsRetention(retentionTexts(content), allowed("retention"));
  const compared: [ScopeKind, Coverage][] = [
    ["operations", worded("operations", content.operations.map(withoutRetention))],
    ["dataCategories", worded("dataCategories", content.dataCategories)],
    ["personCategories", worded("personCategories", content.persons)],
    [
      "countries",
      listed(
        "countries",
        countries.filter((country) => !allowed("countries").includes(country)),
      ),
    ],
    // General authorisation: a new sub-processor is announced and may be objected to, without an instruction.
    [
      "subProcessors",
      isGeneral(deeds, day) ? NOTHING : listed("subProcessors", unnamed(content, allowed("subProcessors"))),
    ],
    ["retention", listed("retention", retention)],
    ["period", { excess: beforeAll(content, contracts), uncompared: [] }],
  ];
  return compared.flatMap(([kind, coverage]) => findingsOf(kind, coverage));
}

const NOTHING: Coverage = { excess: [], uncompared: [] };

/** Returns at most two findings: uncovered statements, and incomparable ones. */
function findingsOf(kind: ScopeKind, { excess, uncompared }: Coverage): ScopeFinding[] {
  return [
    { kind, article: ARTICLES[kind], stated: excess, isCompared: true },
    { kind, article: ARTICLES[kind], stated: uncompared, isCompared: false },
  ]
    .filter(({ stated: said }) => said.length > 0)
    .map((finding) => (kind === "contract" ? { ...finding, stated: [] } : finding));
}

function isGeneral(deeds: readonly ContractTermsDocument[], day: string): boolean {
  return deeds.some((terms) => subProcessingOf(terms, day).regime === "general");
}

/** Sub-processors of whom no name that is allowed is a part: "Nuage" names "Nuage SA". */
function unnamed({ subProcessors }: ScopeCase["content"], allowed: readonly string[]): string[] {
  const sets = allowed.map(significantWords).filter((words) => words.length > 0);
  return subProcessors
    .map(({ name }) => name)
    .filter((name) => {
      const words = new Set(significantWords(name));
      return !sets.some((set) => set.every((word) => words.has(word)));
    });
}

/** Short words link others; a plural is its singular. */
function significantWords(text: string): string[] {
  return foldedWords(text)
    .filter((word) => word.length > 2 && word !== "des" && word !== "les")
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word));
}

/** An operation but for what it says of when data go, which is compared as a retention. */
function withoutRetention(operation: string): string {
  if (!namesRetention(operation)) return operation;
  return splitCell(operation)
    .filter((part) => !namesRetention(part))
    .join(", ");
}

/** Countries beyond the Economic Area on that day: within it nothing is transferred, 44. */
function thirdCountriesOf({ destinations, subProcessors }: ScopeCase["content"], day: string): string[] {
  const named = [...destinations, ...subProcessors].flatMap(({ country }) => country ?? []);
  return [...new Set(named)].filter((country) => !isInEea(country, day));
}

/** Reads retention from its own field, and from operations that state a deletion. */
function retentionTexts({ retention, operations }: ScopeCase["content"]): string[] {
  return [...(retention ? [retention] : []), ...operations.filter(namesRetention)];
}

/** Done for certain before any contract began: a date as precise as it is known has the benefit of the doubt. */
function beforeAll({ startsOn }: ScopeCase["content"], contracts: readonly Contract[]): string[] {
  const [begins] = contracts.flatMap((contract) => beginningOf(contract) ?? []).toSorted();
  return startsOn && begins !== undefined && lastDay(startsOn) < begins ? [startsOn.value] : [];
}
