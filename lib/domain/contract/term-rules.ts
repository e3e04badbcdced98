import type { ClauseId } from "./clauses";
import type { ContractCase } from "./contract-case";
import type { ContractRule } from "./contract-rules";
import { requestDays } from "./request-term";
import { subProcessingOf } from "./sub-processing";

/** The controller has 72 hours in all, 33(1): what takes longer to reach it leaves none. */
const BREACH_HOURS = { most: 48, all: 72 };
const REQUEST_DAYS = 5;
const END_DAYS = { most: 90, empties: 365 };
const AUDIT_DAYS = 30;
/** Five working days are a week at least. */
const OBJECTION_DAYS = 7;

/**
 * Agreed periods are judged too: one that leaves the controller little of its right is advised against, one
 * that empties the clause is a gap.
 */
export const TERM_RULES: readonly ContractRule[] = [
  {
    // Whether the contract binds after its last day is part of its duration.
    ...within(
      "renewal-unsaid",
      "K02",
      "28(3)",
      ({ contractTerms: { term } }) => term.endsOn === null || term.renewal !== null,
    ),
    level: "required",
    section: "term",
  },
  within("objection-short", "K14", "28(2)", (it) => {
    const { days } = subProcessingOf(it.contractTerms, it.on);
    return !it.facts.isGeneral || days === null || days >= OBJECTION_DAYS;
  }),
  within("requests-slow", "K16", "28(3)(e), 12(3)", ({ contractTerms: { terms } }) =>
    isAtMost(requestDays(terms), REQUEST_DAYS),
  ),
  {
    ...within("breach-too-late", "K18", "28(3)(f), 33", ({ contractTerms: { terms } }) =>
      isAtMost(terms.breachNoticeHours, BREACH_HOURS.all),
    ),
    level: "required",
  },
  within(
    "breach-slow",
    "K18",
    "28(3)(f), 33",
    ({ contractTerms: { terms } }) =>
      isAtMost(terms.breachNoticeHours, BREACH_HOURS.most) ||
      !isAtMost(terms.breachNoticeHours, BREACH_HOURS.all),
  ),
  {
    ...within(
      "deletion-emptied",
      "K20",
      "28(3)(g)",
      (it) => isAtMost(it.contractTerms.terms.endFateDays, END_DAYS.empties) || givesLegalReason(it),
    ),
    level: "required",
  },
  within(
    "deletion-slow",
    "K20",
    "28(3)(g)",
    (it) =>
      isAtMost(it.contractTerms.terms.endFateDays, END_DAYS.most) ||
      !isAtMost(it.contractTerms.terms.endFateDays, END_DAYS.empties) ||
      givesLegalReason(it),
  ),
  within("audit-notice-long", "K22", "28(3)(h)", ({ contractTerms: { terms } }) =>
    isAtMost(terms.auditNoticeDays, AUDIT_DAYS),
  ),
];

/** Advice on a term of a clause that the contract holds. */
function within(id: string, clause: ClauseId, article: string, isMet: ContractRule["isMet"]): ContractRule {
  return {
    id,
    clause,
    article,
    isMet,
    level: "advisable",
    section: "terms",
    applies: (it) => it.asked.has(clause) && it.contractTerms.clauses[clause].answer === "present",
  };
}

function isAtMost(agreed: number | null, most: number): boolean {
  return agreed === null || agreed <= most;
}

/** A duty to keep the data, told where the clause or the retention is noted. */
function givesLegalReason({ contractTerms }: ContractCase): boolean {
  const stated = [
    contractTerms.clauses.K20.note,
    contractTerms.clauses.K20.place,
    contractTerms.object.retention,
  ].join(" ");
  return /obligation l[ée]gale|prescription|\bcode (?:de|du|des|civil|p[ée]nal|mon[ée]taire)|\bloi\b|\blaw\b|statut|legal (?:duty|obligation|requirement)|limitation period|قانون|التزام/iu.test(
    stated,
  );
}
