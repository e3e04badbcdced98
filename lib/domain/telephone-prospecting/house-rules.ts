import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { localParts, todayIn } from "@/lib/domain/time/zones";
import type { ProspectingCall, ProspectingFacts } from "./facts";
import { evaluate, judgeBeside, rank, verdictOf, type Finding } from "./evaluate";
import { broken, doubt, ofConsumers, type Judgement, type Situation, type Verdict } from "./judgement";
import type { ProspectingRule } from "./statute";
import { advanceStatute, isClosedDay, type Tightening } from "./tightening";
import { houseHoursOn, isClosedWeekday, statedClocks } from "./weekday-hours";

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
  const lawful = evaluate(call, facts, statute);
  const own = judgeBeside(call, facts, judgesOf(house)).map((judged) => ({
    ...judged,
    article: "",
    isHouse: true,
  }));
  const early = judgeEarly(house, call, { facts, statute, lawful });
  return [...lawful.map((finding) => ({ ...finding, isHouse: false })), ...early, ...own].sort(
    (a, b) => rank(b) - rank(a),
  );
}

type Lawful = { facts: ProspectingFacts; statute: readonly ProspectingRule[]; lawful: readonly Finding[] };

/** Judges by the rules that the house applies before their own day, where the law says nothing or less. */
function judgeEarly(house: Tightening, call: ProspectingCall, { facts, statute, lawful }: Lawful) {
  if (house.early.length === 0) return [];
  const applied = statute.filter(({ id }) => house.early.some(({ rule }) => rule === id));
  const found = evaluate(call, facts, advanceStatute(applied, house));
  return found.flatMap((finding) => {
    const same = lawful.find(({ rule }) => rule === finding.rule);
    const isMore = !same || rank(finding) > rank(same);
    return isMore && finding.rule !== "territory" ? { ...finding, isHouse: true } : [];
  });
}

type Weighed = Pick<HouseFinding, "verdict" | "isHouse">;

/** Verdict of the law alone. */
export function lawfulVerdictOf(findings: readonly Weighed[]): Verdict {
  return verdictOf(findings.filter(({ isHouse }) => !isHouse));
}

/** True where the house forbids what the law itself does not forbid for certain. */
export function isByHouseAlone(findings: readonly Weighed[]): boolean {
  return verdictOf(findings) === "broken" && lawfulVerdictOf(findings) !== "broken";
}

/** Judges of what the house asks for; what it leaves to the law has none. */
function judgesOf(house: Tightening): { rule: HouseRule; judge: Judge }[] {
  const { attempts, weekdays, closesLocalHolidays, closedDays, consentMonths } = house;
  const asked: Record<HouseRule, boolean> = {
    "house-attempts": attempts !== null,
    "house-hours": statedClocks(house).length > 0,
    "house-days": closesLocalHolidays || closedDays.length > 0 || weekdays.length > 0,
    "house-consent": consentMonths !== null,
  };
  return HOUSE_RULES.filter((rule) => asked[rule]).map((rule) => ({
    rule,
    judge: (situation) => ofConsumers(situation, () => JUDGES[rule](house, situation)),
  }));
}

const JUDGES: Record<HouseRule, (house: Tightening, situation: Situation) => Judgement> = {
  "house-attempts": judgeAttempts,
  "house-hours": judgeHouseHours,
  "house-days": judgeDays,
  "house-consent": judgeAge,
};

function judgeAttempts({ attempts: most }: Tightening, { facts: { attempts } }: Situation): Judgement {
  if (most === null) return null;
  if (attempts === null) return doubt("attempts-unknown");
  return attempts >= most ? broken("house-attempts") : null;
}

/** An appointment to a precise date and time opens what the house closes, as it opens what the law closes. */
function judgeHouseHours(house: Tightening, { call, zone, facts }: Situation): Judgement {
  const { weekday, hour, minute } = localParts(zone, call.at);
  // The day that is closed is a finding of its own.
  if (isClosedWeekday(house, weekday)) return null;
  const now = hour * 60 + minute;
  if (houseHoursOn(house, weekday).some(({ from, until }) => from <= now && now < until)) return null;
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
  return day > addMonthsToDay(todayIn(zone, consent.givenAt), consentMonths) ? broken("house-consent") : null;
}
