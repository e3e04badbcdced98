import { entryOf } from "@/lib/domain/invariant/required";
import { isInForce, type Dated } from "@/lib/domain/statute/dated";

/** The clauses that a contract with a processor must hold, in the order in which article 28 asks for them. */
export const CLAUSE_IDS = [
  "K01",
  "K02",
  "K03",
  "K04",
  "K05",
  "K06",
  "K07",
  "K08",
  "K09",
  "K10",
  "K11",
  "K12",
  "K13",
  "K14",
  "K15",
  "K16",
  "K17",
  "K18",
  "K19",
  "K20",
  "K21",
  "K22",
  "K23",
  "K24",
  "K25",
  "K26",
] as const;
export type ClauseId = (typeof CLAUSE_IDS)[number];

/** Wordings that are met in practice and satisfy nobody. Their sentences stand in the catalogue. */
export const REJECTS = [
  "stub-annex",
  "as-necessary",
  "industry-standard",
  "objection-without-effect",
  "imposed-deletion",
] as const;
export type Reject = (typeof REJECTS)[number];

/** Occasions: K14, K25 and K26 are required in their case only. */
export type ClauseOccasion = "always" | "general-authorisation" | "third-country" | "moroccan-law";

/** Words: `contract-clauses.<id>`. */
export type Clause = Dated & {
  id: ClauseId;
  occasion: ClauseOccasion;
  /** Usual reasons for rejecting this clause. */
  rejects: readonly Reject[];
};

const GDPR = {
  from: "2018-05-25",
  until: null,
  source: "Regulation (EU) 2016/679",
  status: "text",
  occasion: "always",
} as const;

export const CLAUSES: readonly Clause[] = [
  clause("K01", "28(3)", ["stub-annex"]),
  clause("K02", "28(3)", ["as-necessary"]),
  clause("K03", "28(3)", ["stub-annex"]),
  clause("K04", "28(3)", ["as-necessary"]),
  clause("K05", "28(3)", ["stub-annex", "as-necessary"]),
  clause("K06", "28(3)", ["stub-annex", "as-necessary"]),
  clause("K07", "28(3)"),
  clause("K08", "28(3)"),
  clause("K09", "28(3)(a), 29, 32(4)", ["as-necessary"]),
  clause("K10", "28(3)(a)"),
  clause("K11", "28(3)(b)"),
  clause("K12", "28(3)(c), 32", ["industry-standard", "stub-annex"]),
  clause("K13", "28(2), 28(3)(d)"),
  { ...clause("K14", "28(2)", ["objection-without-effect"]), occasion: "general-authorisation" },
  clause("K15", "28(4), 28(3)(d)"),
  clause("K16", "28(3)(e)", ["as-necessary"]),
  clause("K17", "28(3)(f), 32", ["industry-standard"]),
  clause("K18", "28(3)(f), 33, 34", ["as-necessary"]),
  clause("K19", "28(3)(f), 35, 36", ["as-necessary"]),
  clause("K20", "28(3)(g)", ["imposed-deletion"]),
  clause("K21", "28(3)(h)"),
  clause("K22", "28(3)(h)"),
  clause("K23", "28(3) in fine"),
  clause("K24", "28(9)"),
  { ...clause("K25", "44, 46", ["stub-annex"]), occasion: "third-country" },
  {
    ...clause("K26", "09-08: 23(3)-(4)"),
    occasion: "moroccan-law",
    from: "2009-02-18",
    source: "Law 09-08, dahir 1-09-15 of 18 February 2009",
  },
];

export function clauseOf(id: ClauseId): Clause {
  return entryOf(BY_ID, id);
}

/** Facts that decide which clauses are required. */
export type ClauseFacts = {
  /** The contract gives a general authorisation for sub-processors, 28(2). */
  isGeneral: boolean;
  /** Data are held in, or seen from, a country without an adequacy decision. */
  reachesThirdCountry: boolean;
  /** Means in Morocco are used: law 09-08, art. 2(2). */
  reachesMorocco: boolean;
};

/** The clauses asked for on a calendar date, in their order. */
export function clausesAskedFor(facts: ClauseFacts, on: string): Clause[] {
  return CLAUSES.filter((clause) => isInForce(clause, on) && isOccasion(clause.occasion, facts));
}

function isOccasion(occasion: ClauseOccasion, facts: ClauseFacts): boolean {
  switch (occasion) {
    case "always":
      return true;
    case "general-authorisation":
      return facts.isGeneral;
    case "third-country":
      return facts.reachesThirdCountry;
    case "moroccan-law":
      return facts.reachesMorocco;
  }
}

const BY_ID = new Map(CLAUSES.map((clause) => [clause.id, clause]));

function clause(id: ClauseId, article: string, rejects: readonly Reject[] = []): Clause {
  return { id, article, rejects, ...GDPR };
}
