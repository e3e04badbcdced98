import type { Zone } from "@/lib/domain/time/zones";
import type { ProspectingCall, ProspectingFacts, SaleCondition } from "./facts";

/** From the best to the worst. */
export const VERDICTS = ["met", "warning", "doubt", "broken"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Situation of one call by the clock of one zone. `day` is the calendar day there. */
export type Situation = { call: ProspectingCall; facts: ProspectingFacts; zone: Zone; day: string };

/** A verdict and the key of its reason, with the conditions that are lacking; null where the rule has nothing to say. */
export type Judgement = { verdict: Verdict; reason: string; lacking?: readonly SaleCondition[] } | null;

export const met = (reason: string): Judgement => ({ verdict: "met", reason });
export const warning = (reason: string): Judgement => ({ verdict: "warning", reason });
export const doubt = (reason: string): Judgement => ({ verdict: "doubt", reason });
export const broken = (reason: string): Judgement => ({ verdict: "broken", reason });

/** Judges a rule that protects consumers alone; of an unknown audience it never finds more than a doubt. */
export function ofConsumers(
  { facts }: Situation,
  judge: () => Judgement,
  reason = "audience-unknown",
): Judgement {
  if (facts.audience === "business") return null;
  const judged = judge();
  return facts.audience === null && judged?.verdict === "broken" ? doubt(reason) : judged;
}

/** The worse of two, the first where they are alike. */
export function stricterOf(a: Judgement, b: Judgement): Judgement {
  if (!a || !b) return a ?? b;
  return VERDICTS.indexOf(b.verdict) > VERDICTS.indexOf(a.verdict) ? b : a;
}
