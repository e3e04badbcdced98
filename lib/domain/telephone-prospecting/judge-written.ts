import { broken, doubt, met, type Judgement, type Situation } from "./judgement";

/**
 * T19: what is written to a natural person rests on prior consent, L34-5 CPCE, to which L223-7 leads. Unknown is not allowed. Of
 * a business it is not known whether it is a natural person, and of a client whether each condition of the exception is met:
 * both are judged by a person.
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
function judgeConsentInWriting({ call, facts: { consent, contract }, day }: Situation): Judgement {
  if (consent === null) return mayBeCustomer(contract) ?? broken("written-consent-unknown");
  if (consent === "none" || consent.givenAt > call.at)
    return mayBeCustomer(contract) ?? broken("consent-none");
  const { withdrawnAt, until } = consent;
  if (typeof withdrawnAt === "number" && withdrawnAt <= call.at) return broken("consent-withdrawn");
  if (until !== null && day > until) return broken("consent-expired");
  if (until === null) return doubt("consent-duration-unknown");
  return withdrawnAt === null ? doubt("consent-withdrawal-unknown") : met("consent-valid");
}

/** Coordinates collected at a sale or service, for similar products of the same company, with a refusal offered each time. */
function mayBeCustomer(contract: Situation["facts"]["contract"]): Judgement {
  return contract === "related" || contract === "ongoing" ? doubt("written-customer") : null;
}
