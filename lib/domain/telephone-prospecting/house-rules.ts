import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { localParts, todayIn } from "@/lib/domain/time/zones";
import type { ProspectingCall, ProspectingFacts } from "./facts";
import { evaluate, judgeBeside, rank, type Finding } from "./evaluate";
import { broken, doubt, ofConsumers, type Judgement, type Situation } from "./judgement";
import { ruleStatusOn, type ProspectingRule } from "./statute";
import { advanceStatute, isClosedDay, type Tightening } from "./tightening";

export const HOUSE_RULES = ["house-attempts", "house-hours", "house-days", "house-consent"] as const;
export type HouseRule = (typeof HOUSE_RULES)[number];

export function isHouseRule(rule: string): rule is HouseRule {
  return HOUSE_RULES.some((own) => own === rule);
}

/** A finding of the law, or of the house: its own rule, or a rule of the law before the law's own day. */
export type HouseFinding = (Finding | (Omit<Finding, "rule"> & { rule: HouseRule })) & { isHouse: boolean };

type Judge = (situation: Situation) => Judgement;

/**
 * Judges a call by the law of its instant and by the house. Findings of the house are added to those of the law, and a
 * rule applied early is judged like one in force: a call is never judged more kindly than by the law alone.
 */
export function evaluateUnder(
  house: Tightening,
  call: ProspectingCall,
  facts: ProspectingFacts,
  statute: readonly ProspectingRule[],
): HouseFinding[] {
  const advanced = advanceStatute(statute, house);
  const lawful = evaluate(call, facts, advanced).map((finding) => ({
    ...finding,
    isHouse: isEarly(finding, call, statute),
  }));
  const judges = judgesOf(house);
  const own = HOUSE_RULES.flatMap((rule) => {
    const judged = judgeBeside(call, facts, judges[rule]);
    return judged ? { ...judged, rule, article: "", isHouse: true } : [];
  });
  return [...lawful, ...own].sort((a, b) => rank(b) - rank(a));
}

/** True where the law itself would not have judged by the rule on that day. */
function isEarly(
  { rule, zone }: Finding,
  { at }: ProspectingCall,
  statute: readonly ProspectingRule[],
): boolean {
  const stated = statute.find(({ id }) => id === rule);
  return stated !== undefined && ruleStatusOn(stated, todayIn(zone, at)) === "not-yet";
}

function judgesOf(house: Tightening): Record<HouseRule, Judge> {
  return {
    "house-attempts": (situation) => ofConsumers(situation, () => judgeAttempts(house, situation)),
    "house-hours": (situation) => ofConsumers(situation, () => judgeHouseHours(house, situation)),
    "house-days": (situation) => ofConsumers(situation, () => judgeDays(house, situation)),
    "house-consent": (situation) => ofConsumers(situation, () => judgeAge(house, situation)),
  };
}

function judgeAttempts({ attempts: most }: Tightening, { facts: { attempts } }: Situation): Judgement {
  if (most === null) return null;
  if (attempts === null) return doubt("attempts-unknown");
  return attempts >= most ? broken("house-attempts") : null;
}

/** An appointment to a precise date and time opens what the house closes, as it opens what the law closes. */
function judgeHouseHours(house: Tightening, { call, zone, facts }: Situation): Judgement {
  const { hour, minute } = localParts(zone, call.at);
  if (isWithinHours(house, hour * 60 + minute)) return null;
  return unlessAgreed(facts, "house-hours");
}

function judgeDays(house: Tightening, { call, day, facts }: Situation): Judgement {
  return isClosedDay(house, call.territories, day) ? unlessAgreed(facts, "house-days") : null;
}

function unlessAgreed({ agreedTime }: ProspectingFacts, reason: string): Judgement {
  if (agreedTime === null) return doubt(`${reason}-agreement-unknown`);
  return agreedTime === "precise" ? null : broken(reason);
}

/** Judges a call that rests on a consent. */
function judgeAge({ consentMonths }: Tightening, { facts, zone, day }: Situation): Judgement {
  const { consent, contract, sector } = facts;
  if (consentMonths === null || consent === null || consent === "none") return null;
  if (contract === "related" || sector === "press") return null;
  const last = addMonthsToDay(todayIn(zone, consent.givenAt), consentMonths);
  return day > last ? broken("house-consent") : null;
}

function isWithinHours({ opensAt, closesAt }: Tightening, minutes: number): boolean {
  return (
    (opensAt === null || minutesOf(opensAt) <= minutes) &&
    (closesAt === null || minutes < minutesOf(closesAt))
  );
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}
