import { isInForce, type Dated } from "./dated";

/** Instruments relied on for a transfer, valid and invalid. */
export type InstrumentId =
  | "adequacy"
  | "scc-2021-914"
  | "uk-idta"
  | "scc-2010-87"
  | "scc-unspecified"
  | "scc-2021-915"
  | "bcr"
  | "code-or-certification"
  | "derogation-49-1"
  | "derogation-49-1-2"
  | "privacy-shield"
  | "safe-harbor"
  | "other"
  | "none";

export type InstrumentRule = Dated & {
  id: InstrumentId;
  /** False for clauses that bind the parties and yet open no transfer. */
  opensTransfer: boolean;
  /** The only destinations served; null when any third country may be. */
  countries: readonly string[] | null;
  /** Contracts concluded from this date on can no longer rely on it. */
  concludedBefore: string | null;
};

const GDPR = {
  from: "2018-05-25",
  until: null,
  source: "Regulation (EU) 2016/679",
  status: "text",
} as const;
const ANY = { opensTransfer: true, countries: null, concludedBefore: null } as const;

/** "scc-unspecified", "other" and "none" name no tool, and so have no row. */
export const INSTRUMENT_RULES: readonly InstrumentRule[] = [
  { id: "adequacy", article: "45", ...GDPR, ...ANY },
  { id: "bcr", article: "46(2)(b), 47", ...GDPR, ...ANY },
  { id: "code-or-certification", article: "46(2)(e)-(f)", ...GDPR, ...ANY },
  { id: "derogation-49-1", article: "49(1)", ...GDPR, ...ANY },
  { id: "derogation-49-1-2", article: "49(1) second subparagraph", ...GDPR, ...ANY },
  {
    id: "scc-2021-914",
    article: "46(2)(c)",
    from: "2021-06-27",
    until: null,
    source: "Implementing Decision (EU) 2021/914, art. 4(1)",
    status: "text",
    ...ANY,
  },
  {
    // British law alone knows this agreement; the law that governs the export is checked apart.
    id: "uk-idta",
    article: "UK GDPR 46",
    from: "2022-03-21",
    until: null,
    source: "International Data Transfer Agreement A1.0, Data Protection Act 2018, s. 119A",
    status: "memory",
    ...ANY,
  },
  {
    id: "scc-2010-87",
    article: "46(5)",
    from: "2010-05-15",
    until: "2022-12-27",
    // Repealed on 27 September 2021; contracts concluded before ran on for fifteen months, 2021/914 art. 4(3)-(4).
    source: "Decision 2010/87/EU, repealed by Implementing Decision (EU) 2021/914, art. 4",
    status: "memory",
    ...ANY,
    concludedBefore: "2021-09-27",
  },
  {
    id: "scc-2021-915",
    article: "28(7)",
    from: "2021-06-27",
    until: null,
    source: "Implementing Decision (EU) 2021/915",
    status: "text",
    ...ANY,
    opensTransfer: false,
  },
  {
    id: "privacy-shield",
    article: "45",
    from: "2016-07-12",
    until: "2020-07-15",
    source: "Implementing Decision (EU) 2016/1250, void: C-311/18, 16 July 2020",
    status: "secondary",
    ...ANY,
    countries: ["US"],
  },
  {
    id: "safe-harbor",
    article: "45",
    from: "2000-07-26",
    until: "2015-10-05",
    source: "Decision 2000/520/EC, void: C-362/14, 6 October 2015",
    status: "secondary",
    ...ANY,
    countries: ["US"],
  },
];

export type ToolVerdict =
  | { valid: true; rule: InstrumentRule }
  | {
      valid: false;
      why: "names-no-tool" | "opens-no-transfer" | "not-in-force" | "other-country" | "concluded-too-late";
    };

/**
 * Judges whether an instrument permits a transfer under chapter V on a calendar date. `country` is the
 * destination, null while unknown; `concludedOn` the last day on which the contract may have been concluded,
 * null while unknown. `adequacyOn` decides whether an adequacy decision covers the country.
 */
export function judgeInstrument(
  id: InstrumentId,
  { on, country, concludedOn }: { on: string; country: string | null; concludedOn: string | null },
): ToolVerdict {
  const rule = INSTRUMENT_RULES.find((found) => found.id === id);
  if (!rule) return { valid: false, why: "names-no-tool" };
  if (!rule.opensTransfer) return { valid: false, why: "opens-no-transfer" };
  if (!isInForce(rule, on)) return { valid: false, why: "not-in-force" };
  if (rule.countries && country && !rule.countries.includes(country))
    return { valid: false, why: "other-country" };
  const isLate = rule.concludedBefore && concludedOn && concludedOn >= rule.concludedBefore;
  return isLate ? { valid: false, why: "concluded-too-late" } : { valid: true, rule };
}

/** First day on which the clauses of 2021/914 could be signed: adopted on 4 June 2021, in force on the 27th. */
export const SCC_2021_IN_FORCE = "2021-06-27";

export type SccModule = 1 | 2 | 3 | 4;
type Party = "controller" | "processor";

/** The four modules of the clauses of 2021/914, by who sends and who receives. */
export const SCC_MODULES: Record<SccModule, { exporter: Party; importer: Party }> = {
  1: { exporter: "controller", importer: "controller" },
  2: { exporter: "controller", importer: "processor" },
  3: { exporter: "processor", importer: "processor" },
  4: { exporter: "processor", importer: "controller" },
};
