import { SALE_CONDITIONS } from "./facts";
import { judgeConsent, judgeWithdrawal } from "./consent";
import { broken, doubt, met, type Judgement, type Situation } from "./judgement";

/**
 * T19: what is written to a natural person rests on prior consent, L34-5 CPCE, to which L223-7 leads, or on a sale whose five
 * conditions are each known to be met. Unknown is not allowed. Of a business it is not known whether it is a natural person.
 */
export function judgeWrittenConsent(situation: Situation): Judgement {
  const { audience, channel } = situation.facts;
  if (channel === "voice") return null;
  const judged = judgeConsentInWriting(situation);
  if (judged?.verdict !== "broken") return judged;
  if (channel === null) return doubt("channel-unknown");
  return audience === "business" ? doubt("written-natural-person") : judged;
}

/** Lasts as long as it was given for, which somebody must have said: the year of R223-1 is that of calls. */
function judgeConsentInWriting(situation: Situation): Judgement {
  const { call, facts, day } = situation;
  const { consent } = facts;
  if (consent === null && facts.undated?.consent) return judgeSale(facts) ?? judgeConsent(situation);
  if (consent === null) return judgeSale(facts) ?? broken("written-consent-unknown");
  if (consent === "none" || consent.givenAt > call.at) return judgeSale(facts) ?? broken("consent-none");
  const { withdrawnAt, until } = consent;
  const withdrawal = judgeWithdrawal(situation, withdrawnAt);
  if (withdrawal?.verdict === "broken") return withdrawal;
  if (until !== null && day > until) return broken("consent-expired");
  if (until === null) return doubt("consent-duration-unknown");
  return withdrawal ?? met("consent-valid");
}

/**
 * The exception of a sale, where one is claimed or a contract lets it be thought of; null otherwise. A refusal since then is an
 * objection, which has a rule of its own.
 */
function judgeSale({ sale, contract }: Situation["facts"]): Judgement {
  const answers = SALE_CONDITIONS.map((condition) => ({ condition, answer: sale?.[condition] ?? null }));
  const isClaimed = answers.some(({ answer }) => answer === true);
  if (!isClaimed && contract !== "related" && contract !== "ongoing") return null;
  const lacking = (answer: false | null) =>
    answers.filter((one) => one.answer === answer).map(({ condition }) => condition);
  const [unmet, unknown] = [lacking(false), lacking(null)];
  if (unmet.length > 0) return { verdict: "broken", reason: "written-sale-unmet", lacking: unmet };
  if (unknown.length > 0) return { verdict: "broken", reason: "written-sale-unknown", lacking: unknown };
  return met("written-sale");
}
