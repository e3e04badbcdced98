import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { judgeConsent, judgeConsentAfter } from "./consent";
import type { UndatedDay } from "./facts";
import { broken, doubt, met, ofConsumers, type Judgement, type Situation } from "./judgement";

/** Calls and attempts in thirty calendar days, D223-9. */
export const MOST_ATTEMPTS = 4;
/** Calendar days in which they are counted, the day of the call among them. */
export const ATTEMPT_DAYS = 30;
/** Days without contact after a refusal, D223-9 until consent became the rule. */
const REFUSAL_DAYS = 60;

/** T6: how often the same person is called for one professional. */
export function judgeFrequency(situation: Situation): Judgement {
  return ofConsumers(situation, () => {
    const { attempts } = situation.facts;
    if (attempts === null) return doubt("attempts-unknown");
    return attempts >= MOST_ATTEMPTS ? broken("attempts-exceeded") : met("attempts-within");
  });
}

/** T7: sixty days of rest. */
export function judgeRest(situation: Situation): Judgement {
  return ofConsumers(situation, () => {
    const { call, facts, zone, day } = situation;
    if (facts.refusal === null) {
      const undated = facts.undated?.refusal;
      return doubt(undated ? undatedReason("refusal", undated) : "refusal-unknown");
    }
    if (facts.refusal === "never" || facts.refusal > call.at) return met("refusal-never");
    return day > restEnd(zone, facts.refusal) ? met("refusal-rested") : broken("refusal-recent");
  });
}

/** Last day of rest after a refusal. */
export function restEnd(zone: Zone, refusal: number): string {
  return addDaysToDay(todayIn(zone, refusal), REFUSAL_DAYS);
}

/** T13: a refusal ends it, until the person consents anew. */
export function judgeRefusal(situation: Situation): Judgement {
  return ofConsumers(situation, () => judgeStop(situation, situation.facts.refusal, "refusal"));
}

/** G21: an objection to marketing is absolute, and protects whoever is a natural person. */
export function judgeObjection(situation: Situation): Judgement {
  return judgeStop(situation, situation.facts.objection, "objection");
}

/** T15: a machine that speaks. */
export function judgeRobot(situation: Situation): Judgement {
  const { isRobot, audience } = situation.facts;
  if (isRobot === false) return null;
  if (isRobot === null) return doubt("robot-unknown");
  const consent = judgeConsent(situation);
  return consent?.verdict === "broken" && audience !== "consumer" ? doubt("robot-natural-person") : consent;
}

/**
 * Only a consent given since lifts a refusal or an objection, 21(3), L221-16: while nobody knows of one, it stands, on whatever day
 * it was said. One of the day of the call may have come after it.
 */
function judgeStop(
  situation: Situation,
  stoppedAt: number | "never" | null,
  what: "refusal" | "objection",
): Judgement {
  const undated = situation.facts.undated?.[what];
  if (stoppedAt === null && undated) {
    const isLifted =
      judgeConsent(situation)?.verdict === "met" || situation.facts.undated?.consent !== undefined;
    const reason = undatedReason(what, undated);
    return undated === "same-day" || isLifted ? doubt(reason) : broken(reason);
  }
  if (stoppedAt === null) return doubt(`${what}-unknown`);
  if (stoppedAt === "never" || stoppedAt > situation.call.at) return met(`${what}-never`);
  if (situation.facts.consent === null) return broken(`${what}-stands`);
  const consent = judgeConsentAfter(situation, stoppedAt);
  if (consent?.verdict === "doubt") return consent;
  return consent?.verdict === "met" ? met(`${what}-consented`) : broken(`${what}-stands`);
}

function undatedReason(what: "refusal" | "objection", day: UndatedDay): string {
  return day === "same-day" ? `${what}-same-day` : `${what}-undated`;
}
