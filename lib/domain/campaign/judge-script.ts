import { doubtsOf, faultsOf, mentionsOf, type SpokenText } from "@/lib/domain/call-script/mentions";
import type { MentionFinding } from "@/lib/domain/telephone-prospecting/script";
import { MENTION_RULES, type Mention } from "@/lib/domain/telephone-prospecting/script-mentions";
import { ruleStatusOn } from "@/lib/domain/telephone-prospecting/rule-status";
import { ruleOf } from "@/lib/domain/telephone-prospecting/statute";

/** Script that a campaign names. `used` is the edition that agents use; null while none is in use. */
export type NamedScript = { used: SpokenText | null };

export const SCRIPT_REASONS = ["script-none", "script-unused", "script-unchecked"] as const;
export type ScriptReason = (typeof SCRIPT_REASONS)[number];

/** A mention for which the text may not be said, or of which a person must make sure. */
export type MentionLack = {
  mention: Mention;
  article: string;
  reason:
    "script-missing" | "script-stale" | "script-wrong" | "script-late" | "script-unknown" | "script-unclear";
  verdict: "broken" | "doubt";
};

/** Finds what holds of the script whatever the day: that none is named or in use, or that nobody can search its language. */
export function scriptLack(script: NamedScript | null): ScriptReason | null {
  if (!script) return "script-none";
  if (!script.used) return "script-unused";
  return script.used.language === "fr" ? null : "script-unchecked";
}

/** Makes a judge of the edition in use by the mentions due on a day, once for all days on which the same are due. */
export function makeMentionJudge(script: NamedScript | null): (day: string) => readonly MentionLack[] {
  const known = new Map<string, readonly MentionLack[]>();
  return (day) => {
    if (!script?.used) return [];
    const due = MENTION_RULES.map(({ rule }) => ruleStatusOn(ruleOf(rule), day)).join(" ");
    const found = known.get(due) ?? lacksOf(mentionsOf(script.used, day));
    known.set(due, found);
    return found;
  };
}

function lacksOf(findings: readonly MentionFinding[] | null): MentionLack[] {
  const faults = faultsOf(findings);
  const doubts = doubtsOf(findings);
  return (findings ?? []).flatMap((finding) => {
    const { mention, article, state } = finding;
    if (faults.includes(finding))
      return { mention, article, reason: `script-${state}` as MentionLack["reason"], verdict: "broken" };
    const doubt = doubts.find((one) => one === finding);
    return doubt ? { mention, article, reason: `script-${doubt.state}`, verdict: "doubt" } : [];
  });
}
