import { CLAUSES, type ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseAnswer, Deed } from "@/lib/domain/contract/content";

/** What a contract promises: that of a client, or that of 28(4) with the sub-processor. */
export type Promises = {
  terms: Pick<Deed["terms"], FlowingTerm>;
  /** Null where the clause is not asked of it: a transfer tool of whoever is in the Union. */
  clauses: Record<ClauseId, ClauseAnswer | null>;
};

/** The terms that pass down, each with its article beside 28(4). */
export const FLOWING_TERMS = {
  breachNoticeHours: "33(2)",
  rightsRequestsDays: "28(3)(e)",
  endFate: "28(3)(g)",
  endFateDays: "28(3)(g)",
  auditRights: "28(3)(h)",
  authorisation: "28(2)",
  objectionDays: "28(2)",
} as const;
export type FlowingTerm = keyof typeof FLOWING_TERMS;

/**
 * A line on which the sub-processor promises less than the client was promised. `said` and `promised` are what each
 * contract says, null where a term is silent; words: `authorisation.flow-down`.
 */
export type Shortfall =
  | { kind: "clause"; clause: ClauseId; article: string; said: ClauseAnswer }
  | {
      kind: "term";
      term: FlowingTerm;
      article: string;
      promised: string | number;
      said: string | number | null;
    };

/** K01 to K07 describe one contract's own processing; the duties begin after them. */
const DESCRIBES: readonly ClauseId[] = ["K01", "K02", "K03", "K04", "K05", "K06", "K07"];

/**
 * "The same data protection obligations", art. 28(4): where the contract with the sub-processor promises less than one
 * client's contract, in the order of article 28. The first processor answers for each such line itself.
 */
export function shortfalls(client: Promises, subProcessor: Promises): Shortfall[] {
  const clauses = CLAUSES.filter(({ id }) => !DESCRIBES.includes(id)).flatMap(
    ({ id, article }): Shortfall[] => {
      const said = subProcessor.clauses[id];
      if (client.clauses[id] !== "present" || said === "present" || said === null) return [];
      return [{ kind: "clause", clause: id, article: `28(4), ${article}`, said }];
    },
  );
  const terms = (Object.keys(FLOWING_TERMS) as FlowingTerm[]).flatMap((term): Shortfall[] => {
    const promised = client.terms[term];
    const said = subProcessor.terms[term];
    if (promised === null || !isAsked(term, subProcessor) || isKept(term, promised, said)) return [];
    return [{ kind: "term", term, article: `28(4), ${FLOWING_TERMS[term]}`, promised, said }];
  });
  return [...clauses, ...terms];
}

/** Where each of its own wants our yes, no silence counts against us, and no days to object are needed. */
function isAsked(term: FlowingTerm, { terms }: Promises): boolean {
  return term !== "objectionDays" || terms.authorisation !== "specific";
}

function isKept(term: FlowingTerm, promised: string | number, said: string | number | null): boolean {
  switch (term) {
    // What must be passed on in so many hours or days must have come by then.
    case "breachNoticeHours":
    case "rightsRequestsDays":
    case "endFateDays":
      return said !== null && said <= promised;
    // The client is told so long before: we must be told as long before.
    case "objectionDays":
      return said !== null && said >= promised;
    // Whoever must leave the choice open cannot have had it made below.
    case "endFate":
      return said === promised || said === "controller-chooses";
    // A list with notice below is none where each one wants a yes; the other way round it is more.
    case "authorisation":
      return said === promised || said === "specific";
    case "auditRights":
      return said === "granted" || said === promised;
  }
}
