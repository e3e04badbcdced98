import { SCC_2021_IN_FORCE } from "@/lib/domain/statute/instruments";
import type { ContractTermsDocument } from "./content";

/** Article 28(2): regime under which others may be engaged, and days of prior notice; null: not stated. */
export type SubProcessingTerms = {
  regime: ContractTermsDocument["terms"]["authorisation"];
  days: number | null;
};

/** Clause 9(a) of the clauses of 2021/914, module 2, as it was filled in. */
export type FilledClause = SubProcessingTerms & { signedOn: string | null };

/** The paper that a term is taken from. */
type Paper = "clauses" | "contract";

export type SubProcessing = SubProcessingTerms & {
  by: { regime: Paper; days: Paper };
  /**
   * Own words of the contract that the standard clauses override. Null where they agree, or one of the two is
   * silent.
   */
  setAside: SubProcessingTerms;
};

/**
 * Returns the terms of one contract on sub-processors for a day. Where the standard clauses bind the parties,
 * their clause 9(a) prevails over the contract's own words, clause 5; what it leaves open follows the
 * contract. `apart` are clauses that the parties signed on their own, stored as a transfer.
 */
export function subProcessingOf(
  { terms, instruments }: Pick<ContractTermsDocument, "terms" | "instruments">,
  day: string,
  apart: readonly FilledClause[] = [],
): SubProcessing {
  const { scc914, scc914SignedOn: signedOn, scc914Option: regime, scc914Days: days } = instruments;
  // A part of the contract without a date of its own was signed with it.
  const inside = scc914 && (signedOn === null || isSigned(signedOn, day)) ? [{ regime, days }] : [];
  const clauses = [...inside, ...apart.filter((one) => isSigned(one.signedOn, day))];
  const filled = {
    regime: clauses.find((one) => one.regime !== null)?.regime ?? null,
    days: clauses.find((one) => one.days !== null)?.days ?? null,
  };
  const own = { regime: terms.authorisation, days: terms.objectionDays };
  return {
    regime: filled.regime ?? own.regime,
    days: filled.days ?? own.days,
    by: { regime: paperOf(filled.regime), days: paperOf(filled.days) },
    setAside: {
      regime: filled.regime !== null && filled.regime !== own.regime ? own.regime : null,
      days: filled.days !== null && filled.days !== own.days ? own.days : null,
    },
  };
}

/** Clauses that are dated in the future, or before there were any, bind nobody. */
function isSigned(signedOn: string | null, day: string): boolean {
  return signedOn !== null && signedOn >= SCC_2021_IN_FORCE && signedOn <= day;
}

function paperOf(filled: unknown): Paper {
  return filled === null ? "contract" : "clauses";
}
