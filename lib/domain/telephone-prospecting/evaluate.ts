import { required } from "@/lib/domain/invariant/required";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { judgeHours } from "./calling-hours";
import type { ProspectingCall, ProspectingFacts, SaleCondition } from "./facts";
import {
  judgeBloctel,
  judgeCallBack,
  judgeConsentRule,
  judgeInsurance,
  judgeOptIn,
  judgeSector,
  judgeTrainingAccount,
  judgeWritten,
} from "./judge-basis";
import { judgeAbroad, judgeDialler, judgeMasked } from "./judge-number";
import { judgeFrequency, judgeObjection, judgeRefusal, judgeRest, judgeRobot } from "./judge-person";
import { judgeWrittenConsent } from "./judge-written";
import { doubt, VERDICTS, type Judgement, type Situation, type Verdict } from "./judgement";
import { ruleStatusOn } from "./rule-status";
import { type ProspectingRule, type RuleId } from "./statute";
import { hasOwnLegislation, zonesOf } from "./territories";

export type Finding = {
  rule: RuleId | "territory";
  article: string;
  verdict: Verdict;
  reason: string;
  /** Conditions that are not met, or of which nobody knows. */
  lacking?: readonly SaleCondition[];
  /** The zone by whose clock it is judged. */
  zone: Zone;
  /** True where the clocks of the zones in which the person may be do not agree: the strictest is taken. */
  isZoneDoubted: boolean;
};

const JUDGES: Partial<Record<RuleId, (situation: Situation) => Judgement>> = {
  T1: judgeBloctel,
  T2: judgeSector("housing-energy"),
  T4: judgeMasked,
  T5a: judgeHours(["express", "precise"]),
  T5b: judgeHours(["precise"]),
  T6: judgeFrequency,
  T7: judgeRest,
  T8: judgeWritten,
  T9: judgeOptIn,
  T10: judgeSector("housing-adaptation"),
  T11: judgeConsentRule,
  T12: judgeCallBack,
  T13: judgeRefusal,
  T14: judgeTrainingAccount,
  T15: judgeRobot,
  T16: judgeDialler,
  T17: judgeAbroad,
  T19: judgeWrittenConsent,
  G21: judgeObjection,
  INS: judgeInsurance,
};

/** Judges a call by the law of its own instant: every rule that has something to say on it, the worst first. */
export function evaluate(
  call: ProspectingCall,
  facts: ProspectingFacts,
  statute: readonly ProspectingRule[],
): Finding[] {
  const { zones, situations } = situationsOf(call, facts);
  const found = statute
    .filter(({ binds }) => binds === "call")
    .flatMap((rule) =>
      strictest(
        situations.flatMap((situation) => judgeBy(rule, situation)),
        zones.length,
      ),
    );
  return [...found, ...doubtTerritory(call, zones)].sort((a, b) => rank(b) - rank(a));
}

/** A call as each of the clocks has it by which the person may live. */
function situationsOf(call: ProspectingCall, facts: ProspectingFacts) {
  const zones = zonesOf(call.territories);
  return { zones, situations: zones.map((zone) => ({ call, facts, zone, day: todayIn(zone, call.at) })) };
}

export type JudgedBeside = Omit<Finding, "rule" | "article">;

/** Judges a call by rules beside the statute, each by the strictest of the clocks; one that has nothing to say is left out. */
export function judgeBeside<R extends string>(
  call: ProspectingCall,
  facts: ProspectingFacts,
  judges: readonly { rule: R; judge: (situation: Situation) => Judgement }[],
): (JudgedBeside & { rule: R })[] {
  if (judges.length === 0) return [];
  const { zones, situations } = situationsOf(call, facts);
  return judges.flatMap(({ rule, judge }) => {
    const judged = situations.flatMap((situation) => {
      const judgement = judge(situation);
      return judgement ? { ...judgement, rule, zone: situation.zone, isZoneDoubted: false } : [];
    });
    return strictest(judged, zones.length);
  });
}

/** Provision that a reason rests on beside its rule's own: how long a consent lasts, and how it is withdrawn. */
const BESIDE: Readonly<Record<string, string>> = {
  "T9 consent-expired": "R223-1",
  "T9 consent-anniversary": "R223-1",
  "T9 consent-duration-unknown": "R223-1",
  "T9 consent-withdrawn": "R223-3",
  "T9 consent-withdrawn-same-day": "R223-3",
  "T11 consent-withdrawn": "R223-3",
};

function judgeBy(rule: ProspectingRule, situation: Situation): Finding[] {
  const status = ruleStatusOn(rule, situation.day);
  if (status !== "in-force" && status !== "uncertain") return [];
  const judgement = ofCalls(rule.id, situation);
  if (!judgement) return [];
  const named = { rule: rule.id, article: rule.article, zone: situation.zone, isZoneDoubted: false };
  // Sources differ on the date: what it would forbid is told, and forbids nothing.
  const isSoftened = status === "uncertain" && judgement.verdict === "broken";
  const article = [rule.article, BESIDE[`${rule.id} ${judgement.reason}`]].filter(Boolean).join(" ; ");
  return [{ ...named, ...judgement, article, verdict: isSoftened ? "warning" : judgement.verdict }];
}

/** Rules that bind what is written too; the others are of calls. */
const ON_WRITING: readonly RuleId[] = ["T8", "T14", "T19", "G21"];

function ofCalls(id: RuleId, situation: Situation): Judgement {
  const { channel } = situation.facts;
  const judge = required(JUDGES[id], `judge of ${id}`);
  if (ON_WRITING.includes(id)) return judge(situation);
  if (channel === "written") return null;
  const judgement = judge(situation);
  return channel === null && judgement?.verdict === "broken" ? doubt("channel-unknown") : judgement;
}

function strictest<F extends Pick<Finding, "verdict">>(found: readonly F[], zones: number) {
  const [worst] = [...found].sort((a, b) => rank(b) - rank(a));
  if (!worst) return [];
  const agreeing = found.filter(({ verdict }) => verdict === worst.verdict);
  return [{ ...worst, isZoneDoubted: agreeing.length < zones }];
}

function doubtTerritory({ territories }: ProspectingCall, zones: readonly Zone[]): Finding[] {
  const [zone] = zones;
  const isOwn = territories.length === 0 || territories.some(hasOwnLegislation);
  if (!isOwn || !zone) return [];
  const reason = territories.length === 0 ? "territory-unknown" : "territory-legislation";
  return [{ rule: "territory", article: "", verdict: "doubt", reason, zone, isZoneDoubted: false }];
}

export function rank({ verdict }: Pick<Finding, "verdict">): number {
  return VERDICTS.indexOf(verdict);
}

/** Comes to one word: a call that breaks a rule may not be made, one in doubt needs somebody's decision. */
export function verdictOf(findings: readonly Pick<Finding, "verdict">[]): Verdict {
  return findings.reduce<Verdict>(
    (worst, finding) => (rank(finding) > VERDICTS.indexOf(worst) ? finding.verdict : worst),
    "met",
  );
}
