import { CLAUSES, type ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseAnswer, ClauseReading, ContractTermsDocument } from "@/lib/domain/contract/content";
import { isInEea } from "@/lib/domain/statute/eea";
import { compareCoverage } from "@/lib/domain/contract/coverage";

/** Terms of a client's contract, or of the contract with the sub-processor under 28(4). */
export type FlowDownTerms = {
  terms: Pick<ContractTermsDocument["terms"], FlowingTerm>;
  /** Null where the clause is not asked of it: a transfer tool of whoever is in the Union. */
  clauses: Record<ClauseId, ClauseReading | null>;
  /** Categories of data, in its words. */
  data: readonly string[];
  /** Countries where data are, or are accessed from; ISO 3166-1 alpha-2. */
  countries: readonly string[];
};

/** The terms that pass down, each with its article beside 28(4), and the clause under which one reads it. */
export const FLOWING_TERMS = {
  breachNoticeHours: { article: "33(2)", clause: "K18" },
  rightsRequestsDays: { article: "28(3)(e)", clause: "K16" },
  endFate: { article: "28(3)(g)", clause: "K20" },
  endFateDays: { article: "28(3)(g)", clause: "K20" },
  auditRights: { article: "28(3)(h)", clause: "K22" },
  auditNoticeDays: { article: "28(3)(h)", clause: "K22" },
  authorisation: { article: "28(2)", clause: "K13" },
  objectionDays: { article: "28(2)", clause: "K14" },
} as const satisfies Record<string, { article: string; clause: ClauseId }>;
export type FlowingTerm = keyof typeof FLOWING_TERMS;

/**
 * Verdict on the sub-processor's promise against the client's; "within": the data received are a part of what
 * the client allows. An unread promise equals nothing.
 */
export const VERDICTS = ["weaker", "unknown", "equal", "within", "stricter"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Words: `flow-down`. */
export type FlowLine = { article: string; verdict: Verdict } & (
  | { kind: "clause"; clause: ClauseId; client: ClauseReading; below: ClauseReading }
  | { kind: "term"; term: FlowingTerm; client: TermReading; below: TermReading }
  | { kind: "data" | "countries"; client: readonly string[]; below: readonly string[] }
);

/** "unread": its clause was not read, and no term was entered; null: it was read, and is silent. */
export type TermReading = string | number | "unread" | null;

/** K01 to K07 describe one contract's own processing; the duties begin after them. */
const DESCRIBES: readonly ClauseId[] = ["K01", "K02", "K03", "K04", "K05", "K06", "K07"];

/**
 * "The same data protection obligations", art. 28(4): each promise of one client's contract beside that of the contract
 * with the sub-processor, in the order of article 28. The first processor answers for each weaker line itself.
 */
export function compareFlow(client: FlowDownTerms, below: FlowDownTerms, today: string): FlowLine[] {
  return [
    ...dataLines(client, below, today),
    ...clauseLines(client, below),
    ...(Object.keys(FLOWING_TERMS) as FlowingTerm[]).map((term) => termLine(term, client, below)),
  ];
}

/** State of the whole comparison: "same" only where every line was read in both contracts. */
export function flowStateOf(lines: readonly FlowLine[]): "weaker" | "unknown" | "same" {
  if (lines.some(({ verdict }) => verdict === "weaker")) return "weaker";
  return lines.some(({ verdict }) => verdict === "unknown") ? "unknown" : "same";
}

/** A line as the client reads it: what was found in each contract, and where in its own; notes are the processor's. */
export function forController(line: FlowLine): FlowLine {
  if (line.kind !== "clause") return line;
  const { client, below } = line;
  return { ...line, client: { ...client, note: "" }, below: { ...below, place: "", note: "" } };
}

function clauseLines(client: FlowDownTerms, below: FlowDownTerms): FlowLine[] {
  return CLAUSES.filter(({ id }) => !DESCRIBES.includes(id)).flatMap(({ id, article }): FlowLine[] => {
    const [promised, agreed] = [client.clauses[id], below.clauses[id]];
    if (promised === null || agreed === null) return [];
    const verdict = rank(promised.answer, agreed.answer);
    return [
      { kind: "clause", clause: id, article: `28(4), ${article}`, client: promised, below: agreed, verdict },
    ];
  });
}

const RANKS: Record<Exclude<ClauseAnswer, "unread">, number> = { absent: 0, insufficient: 1, present: 2 };

function rank(promised: ClauseAnswer, stated: ClauseAnswer): Verdict {
  if (promised === "unread" || stated === "unread") return "unknown";
  return order(RANKS[stated] - RANKS[promised]);
}

function termLine(term: FlowingTerm, client: FlowDownTerms, below: FlowDownTerms): FlowLine {
  const [promised, agreed] = [readTerm(term, client), readTerm(term, below)];
  const article = `28(4), ${FLOWING_TERMS[term].article}`;
  return {
    kind: "term",
    term,
    article,
    client: promised,
    below: agreed,
    verdict: judge(term, promised, agreed, below),
  };
}

function readTerm(term: FlowingTerm, { terms, clauses }: FlowDownTerms): TermReading {
  const isUnread = clauses[FLOWING_TERMS[term].clause]?.answer === "unread";
  return terms[term] ?? (isUnread ? "unread" : null);
}

function judge(term: FlowingTerm, promised: TermReading, stated: TermReading, below: FlowDownTerms): Verdict {
  // Specific authorisation below never counts silence against us, so no days to object are needed.
  if (term === "objectionDays" && below.terms.authorisation === "specific") return "stricter";
  if (promised === "unread" || stated === "unread") return "unknown";
  if (promised === stated) return "equal";
  // "Without undue delay", 33(2), has no number of hours: a period may be longer or shorter than it.
  if (term === "breachNoticeHours" && promised === null) return "unknown";
  if (typeof promised === "string" || typeof stated === "string") return judgeChoice(term, promised, stated);
  return order(weightOf(term, stated) - weightOf(term, promised));
}

/**
 * Ranks a number of hours or days; silence promises nothing, but for audit notice it is the strongest
 * promise.
 */
function weightOf(term: FlowingTerm, stated: number | null): number {
  switch (term) {
    // The client is told so long before: we must be told as long before.
    case "objectionDays":
      return stated ?? -Infinity;
    // An audit without an agreed period may come at once.
    case "auditNoticeDays":
      return stated === null ? Infinity : -stated;
    // A deadline passed on in hours or days must expire no later below.
    default:
      return stated === null ? -Infinity : -stated;
  }
}

function judgeChoice(term: FlowingTerm, promised: TermReading, stated: TermReading): Verdict {
  if (stated === null) return "weaker";
  if (promised === null) return "stricter";
  // Strongest promise of each term: a choice left to the controller cannot be made below, notice of a list is
  // less than a yes for each, and reports are less than audits.
  const most = { endFate: "controller-chooses", authorisation: "specific", auditRights: "granted" };
  return stated === most[term as keyof typeof most] ? "stricter" : "weaker";
}

/**
 * Data given to a sub-processor must be part of the client contract's description and stay where that allows:
 * inside the Union nothing is transferred.
 */
function dataLines(client: FlowDownTerms, below: FlowDownTerms, today: string): FlowLine[] {
  return (["data", "countries"] as const).map((kind): FlowLine => {
    const [promised, agreed] = [client[kind], below[kind]];
    const isKnown = promised.length > 0 && agreed.length > 0;
    const isPart =
      kind === "data"
        ? isCovered(agreed, promised)
        : agreed.every((one) => isInEea(one, today) || promised.includes(one));
    const excess = kind === "countries" ? ("weaker" as const) : ("unknown" as const);
    const verdict = !isKnown ? "unknown" : isPart ? "within" : excess;
    return {
      kind,
      article: kind === "data" ? "28(3), 28(4)" : "28(4), 44",
      client: promised,
      below: agreed,
      verdict,
    };
  });
}

function isCovered(stated: readonly string[], promised: readonly string[]): boolean {
  const { excess, uncompared } = compareCoverage(stated, promised);
  return excess.length + uncompared.length === 0;
}

function order(difference: number): Verdict {
  if (difference === 0 || Number.isNaN(difference)) return "equal";
  return difference > 0 ? "stricter" : "weaker";
}
