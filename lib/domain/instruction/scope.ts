import { beginningOf, contractOn } from "@/lib/domain/contract/in-force";
import type { Contract } from "@/lib/domain/contract/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { foldedWords } from "@/lib/domain/processing-record/vagueness";
import { lastDay } from "@/lib/domain/time/partial-date";
import { isInEea } from "@/lib/domain/statute/eea";
import type { Covers } from "./content";
import { beyondRetention, saysRetention } from "./retention";

/** What is done and nothing covers, by what it is; what weighs most first. */
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

/** `said` is what the entry says that neither contract nor instruction does. */
export type ScopeFinding = { kind: ScopeKind; article: string; said: string[] };

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
  /** What the instructions in force on the day allow beyond the contracts. */
  instructions: readonly Covers[];
  day: string;
};

/**
 * What an entry of the register says is done, and no contract in force nor any instruction covers: a processor that
 * decides it by itself is a controller, 28(10). The ways out are to ask for an instruction, to amend, or to stop.
 */
export function outOfScope({ content, contracts, instructions, day }: ScopeCase): ScopeFinding[] {
  const inForce = contracts.filter((contract) => contractOn(contract, day).state === "in-force");
  if (inForce.length === 0) return [{ kind: "contract", article: ARTICLES.contract, said: [] }];
  const deeds = inForce.map((contract) => contractOn(contract, day).deed);
  const allowed = (name: keyof Covers) => [
    ...deeds.flatMap(({ object }) => object[name]),
    ...instructions.flatMap((covers) => covers[name]),
  ];
  const isGeneral = deeds.some(({ terms }) => terms.authorisation === "general");
  const named: [ScopeKind, string[]][] = [
    ["operations", beyond(content.operations, allowed("operations"))],
    ["dataCategories", beyond(content.dataCategories, allowed("dataCategories"))],
    ["personCategories", beyond(content.persons, allowed("personCategories"))],
    [
      "countries",
      thirdCountriesOf(content, day).filter((country) => !allowed("countries").includes(country)),
    ],
    // Under a general authorisation a new one is announced and may be objected to: no instruction is needed.
    [
      "subProcessors",
      isGeneral
        ? []
        : beyond(
            content.subProcessors.map(({ name }) => name),
            allowed("subProcessors"),
          ),
    ],
    ["retention", beyondRetention(retentionSaid(content), allowed("retention"))],
    ["period", beforeAll(content, contracts)],
  ];
  return named
    .filter(([, said]) => said.length > 0)
    .map(([kind, said]) => ({ kind, article: ARTICLES[kind], said }));
}

/** What is said with every word of something allowed is a part of it: "appels sortants" covers "appels sortants filtrés". */
function beyond(said: readonly string[], allowed: readonly string[]): string[] {
  const sets = allowed.map(tellingWords).filter((words) => words.length > 0);
  return said.filter((text) => {
    const words = new Set(tellingWords(text));
    return !sets.some((set) => set.every((word) => words.has(word)));
  });
}

/** Short words link others; a plural is its singular. */
function tellingWords(text: string): string[] {
  return foldedWords(text)
    .filter((word) => word.length > 2 && word !== "des" && word !== "les")
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word));
}

/** Countries beyond the Economic Area on that day: within it nothing is transferred, 44. */
function thirdCountriesOf({ destinations, subProcessors }: ScopeCase["content"], day: string): string[] {
  const named = [...destinations, ...subProcessors].flatMap(({ country }) => country ?? []);
  return [...new Set(named)].filter((country) => !isInEea(country, day));
}

/** For how long data are kept: in the field of its own, or in an operation that says when they go. */
function retentionSaid({ retention, operations }: ScopeCase["content"]): string[] {
  return [...(retention ? [retention] : []), ...operations.filter(saysRetention)];
}

/** Done for certain before any contract began: a date as precise as it is known has the benefit of the doubt. */
function beforeAll({ startsOn }: ScopeCase["content"], contracts: readonly Contract[]): string[] {
  const [begins] = contracts.flatMap((contract) => beginningOf(contract) ?? []).toSorted();
  return startsOn && begins !== undefined && lastDay(startsOn) < begins ? [startsOn.value] : [];
}
