import { isInForce } from "@/lib/domain/statute/dated";
import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { frenchHolidays } from "@/lib/domain/time/public-holidays";
import { todayIn } from "@/lib/domain/time/zones";
import { judgeConsent, judgeConsentContent } from "./consent";
import { broken, doubt, met, ofConsumers, warning, type Judgement, type Situation } from "./judgement";
import { ruleOf } from "./statute";

/** Working days of the law (Sunday and holidays left out) in which a request to be called is answered, R223-4. */
const CALL_BACK_DAYS = 5;

/** T1: the list of those who object, before consent was the rule. */
export function judgeBloctel(situation: Situation): Judgement {
  return ofConsumers(situation, () => {
    const { contract, bloctel, sector } = situation.facts;
    // L223-1 of 2016 on: subscriptions to the press were exempt from the list as they are from consent, L223-5.
    if (sector === "press") return met("press-exempt");
    if (isOngoing(contract)) return met("contract-ongoing");
    const scrub = judgeScrub(situation);
    if (bloctel.isListed === false && scrub?.verdict === "met") return scrub;
    const found = bloctel.isListed ? broken("bloctel-listed") : scrub;
    const judged = bloctel.isListed === null && scrub?.verdict === "met" ? doubt("bloctel-unknown") : found;
    if (judged?.verdict !== "broken") return judged;
    if (contract === null) return doubt("contract-unknown");
    return sector === null ? doubt("sector-unknown") : judged;
  });
}

function judgeScrub({ facts: { bloctel }, day }: Situation): Judgement {
  const { scrubbedOn } = bloctel;
  if (scrubbedOn === null) return doubt("bloctel-scrub-unknown");
  if (scrubbedOn === "never" || scrubbedOn > day) return broken("bloctel-not-scrubbed");
  return day > addMonthsToDay(scrubbedOn, 1) ? broken("bloctel-scrub-old") : met("bloctel-scrubbed");
}

/** T2 and T10: sectors that may not call at all, not even with consent. */
export function judgeSector(sector: "housing-energy" | "housing-adaptation") {
  return (situation: Situation): Judgement =>
    ofConsumers(situation, () => {
      const { facts } = situation;
      if (facts.sector === null) return doubt("sector-unknown");
      if (facts.sector !== sector) return null;
      if (isOngoing(facts.contract)) return met("contract-ongoing");
      if (isCallBackLaw(situation)) {
        const answer = judgeCallBackAnswer(situation);
        if (answer?.verdict !== "broken") return answer;
      }
      return facts.contract === null ? doubt("contract-unknown") : broken("sector-prohibited");
    });
}

/** T9: no call without consent, an ongoing contract with a related object, or the press. */
export function judgeOptIn(situation: Situation): Judgement {
  return ofConsumers(situation, () => {
    const { facts } = situation;
    if (facts.sector === "press") return met("press-exempt");
    if (facts.contract === "related") return met("contract-related");
    const consent = judgeConsent(situation);
    if (consent?.verdict !== "broken") return consent;
    if (facts.contract === null) return doubt("contract-unknown");
    if (facts.contract === "ongoing") return doubt("contract-object-unknown");
    if (facts.sector === null) return doubt("sector-unknown");
    const answer = judgeCallBackAnswer(situation);
    if (answer?.verdict === "broken") return consent;
    if (isBarred(facts.sector)) return answer;
    // R223-4 excepts its sectors alone: elsewhere only a request that somebody stated may be a consent.
    const isAsked = facts.callBack !== null || facts.undated?.callBack !== undefined;
    return isAsked ? doubt("call-back-other-sector") : consent;
  });
}

/** T11: what the consent that a call rests on must hold. */
export function judgeConsentRule(situation: Situation): Judgement {
  return ofConsumers(situation, () => {
    const { sector, contract, consent } = situation.facts;
    if (sector === "press" || contract === "related" || consent === "none") return null;
    const standing = judgeConsent(situation);
    // Nothing rests on a consent that does not stand: T9 says so, unless it doubts another ground first.
    if (standing?.verdict === "broken")
      return judgeOptIn(situation)?.verdict === "doubt" ? doubt(standing.reason) : null;
    if (consent === null) return standing;
    const judged = judgeConsentContent(consent, situation);
    if (judged?.verdict !== "broken") return judged;
    return contract === null ? doubt("contract-unknown") : sector === null ? doubt("sector-unknown") : judged;
  });
}

/** T12: a request to be called, answered in the sectors that may not call. The decree is contested. */
export function judgeCallBack(situation: Situation): Judgement {
  return ofConsumers(situation, () => {
    const { sector, contract, callBack } = situation.facts;
    if (isOngoing(contract) || callBack === "none") return null;
    if (sector === null) return doubt("sector-unknown");
    if (!isBarred(sector)) return null;
    const answer = judgeCallBackAnswer(situation);
    return contract === null && answer?.verdict === "broken" ? doubt("contract-unknown") : answer;
  });
}

/** T14: the training account. */
export function judgeTrainingAccount({ facts: { sector, contract } }: Situation): Judgement {
  if (sector === null) return doubt("sector-unknown");
  if (sector !== "training-account") return null;
  return contract === null || isOngoing(contract)
    ? doubt("training-contract")
    : broken("training-prohibited");
}

/** T8: messages in writing. */
export function judgeWritten(situation: Situation): Judgement {
  return ofConsumers(situation, () => {
    const { sector, channel } = situation.facts;
    if (channel === "voice" || (sector !== null && !isBarred(sector))) return null;
    if (sector === null) return doubt("sector-unknown");
    return channel === null ? doubt("channel-unknown") : broken("written-prohibited");
  });
}

/** INS: the insurance code has rules of its own, which are not judged here. */
export function judgeInsurance(situation: Situation): Judgement {
  return ofConsumers(situation, () =>
    situation.facts.sector === "insurance" ? warning("insurance-rules") : null,
  );
}

function judgeCallBackAnswer({ call, facts: { callBack, undated }, zone, day }: Situation): Judgement {
  if (callBack === null) {
    if (!undated?.callBack) return doubt("call-back-unknown");
    return doubt(undated.callBack === "same-day" ? "call-back-same-day" : "call-back-undated");
  }
  if (callBack === "none" || callBack.requestedAt > call.at) return broken("call-back-none");
  if (day > callBackEnd(todayIn(zone, callBack.requestedAt))) return broken("call-back-late");
  if (callBack.isProven === false) return broken("call-back-unproven");
  if (callBack.isWithinObject === false) return broken("call-back-object");
  if (callBack.isProven === null || callBack.isWithinObject === null) return doubt("call-back-details");
  return warning("call-back-contested");
}

/** Last day on which a request is answered in time: the day after it is the first. */
export function callBackEnd(requestedOn: string): string {
  let day = requestedOn;
  for (let left = CALL_BACK_DAYS; left > 0;) {
    day = addDaysToDay(day, 1);
    if (isDayOfWork(day)) left -= 1;
  }
  return day;
}

/** Saturday is one, unlike in `isWorkingDay`. */
function isDayOfWork(day: string): boolean {
  return (
    new Date(`${day}T00:00:00Z`).getUTCDay() !== 0 && !frenchHolidays(Number(day.slice(0, 4))).includes(day)
  );
}

function isOngoing(contract: Situation["facts"]["contract"]): boolean {
  return contract !== null && contract !== "none";
}

function isBarred(sector: string): boolean {
  return sector === "housing-energy" || sector === "housing-adaptation";
}

function isCallBackLaw({ day }: Situation): boolean {
  return isInForce(ruleOf("T12"), day);
}
