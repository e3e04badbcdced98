import type { Finding } from "@/lib/domain/telephone-prospecting/evaluate";
import type { Verdict } from "@/lib/domain/telephone-prospecting/judgement";
import type { ProspectingRule } from "@/lib/domain/telephone-prospecting/statute";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";
import type { CampaignContent } from "./content";
import { lackingGroundOn, type CampaignGround, type GroundReason } from "./ground";
import { daysBetween, judgeDay } from "./judge-day";

type ContentReason =
  | "dates-missing"
  | "dates-over"
  | "dates-long"
  | "territories-missing"
  | "basis-missing"
  | "provenance-missing"
  | "product-missing"
  | "consents-sampled"
  | "identity-missing";

/** Reason that a campaign is not green, and the days for which it holds; null where it holds for all. */
export type ReadinessReason = {
  /** "law": a rule of the statute, whose id is `rule`. */
  of: "law" | "campaign";
  rule: Finding["rule"] | null;
  article: string;
  verdict: Exclude<Verdict, "met">;
  reason: string;
  days: { from: string; until: string } | null;
  territories: Territory[];
};

export type Readiness = { colour: "green" | "amber" | "red"; reasons: ReadinessReason[] };

/** Longest campaign in days: each of them is judged. */
const LONGEST_DAYS = 731;

const ARTICLES: Record<GroundReason | ContentReason, string> = {
  "instruction-none": "28(3)(a)",
  "instruction-unaccepted": "28(3)(a)",
  "instruction-to-come": "28(3)(a)",
  "instruction-ended": "28(3)(a)",
  "contract-none": "28(3)",
  "contract-ended": "28(3)",
  "dates-missing": "28(3)(a)",
  "dates-over": "28(3)(a)",
  "dates-long": "28(3)(a)",
  "territories-missing": "D223-9",
  "basis-missing": "L223-1",
  "provenance-missing": "14(2)(f)",
  "product-missing": "R223-1",
  "consents-sampled": "R223-2",
  "identity-missing": "L221-16",
};

/**
 * Judges whether a campaign may start: what it states, what it rests on, and the law, for each of its days from `today` on.
 * Red where something forbids a day of it, amber where something is in doubt, green otherwise.
 */
export function readinessOf(
  content: CampaignContent,
  ground: CampaignGround,
  { today, statute }: { today: string; statute: readonly ProspectingRule[] },
): Readiness {
  const days = daysAhead(content, today);
  const stated = statedReasons(content, ground);
  if (typeof days === "string") return coloured([own(days, "broken", null), ...stated]);
  return coloured([...stated, ...judgeDays(content, ground, { days, statute })]);
}

/** Judges one day alone: what a campaign that runs lacks on it. */
export function readinessOn(
  content: CampaignContent,
  ground: CampaignGround,
  { day, statute }: { day: string; statute: readonly ProspectingRule[] },
): Readiness {
  return coloured(judgeDays(content, ground, { days: [day], statute }));
}

function daysAhead({ firstDay, lastDay }: CampaignContent, today: string): string[] | ContentReason {
  if (firstDay === null || lastDay === null) return "dates-missing";
  if (lastDay < today) return "dates-over";
  const days = daysBetween(firstDay < today ? today : firstDay, lastDay);
  return days.length > LONGEST_DAYS ? "dates-long" : days;
}

function statedReasons(content: CampaignContent, ground: CampaignGround): ReadinessReason[] {
  const toConsumers = content.audience !== "business";
  const isSampled = ground.collections.length > 0 && ground.collections.every(({ isWhole }) => !isWhole);
  const lacks: [ContentReason, ReadinessReason["verdict"], boolean][] = [
    ["territories-missing", "broken", content.territories.length === 0],
    ["basis-missing", "broken", toConsumers && content.basis === null],
    ["provenance-missing", "doubt", content.provenance === ""],
    ["product-missing", "doubt", content.basis === "consent" && content.product === ""],
    ["consents-sampled", "doubt", content.basis === "consent" && isSampled],
    ["identity-missing", "doubt", !ground.isIdentified],
  ];
  return lacks.flatMap(([reason, verdict, lacking]) => (lacking ? own(reason, verdict, null) : []));
}

function judgeDays(
  content: CampaignContent,
  ground: CampaignGround,
  { days, statute }: { days: readonly string[]; statute: readonly ProspectingRule[] },
): ReadinessReason[] {
  const reasons = new Map<string, ReadinessReason>();
  for (const day of days) {
    for (const reason of lackingGroundOn(ground, day)) addTo(reasons, own(reason, "broken", day));
    for (const territory of content.territories)
      for (const finding of judgeDay(content, { ground, territory, day }, statute) ?? [])
        if (finding.verdict !== "met") addTo(reasons, ofLaw(finding, finding.verdict, { day, territory }));
  }
  return [...reasons.values()];
}

function own(
  reason: GroundReason | ContentReason,
  verdict: ReadinessReason["verdict"],
  day: string | null,
): ReadinessReason {
  const days = day === null ? null : { from: day, until: day };
  return { of: "campaign", rule: null, article: ARTICLES[reason], verdict, reason, days, territories: [] };
}

function ofLaw(
  { rule, article, reason }: Finding,
  verdict: ReadinessReason["verdict"],
  { day, territory }: { day: string; territory: Territory },
): ReadinessReason {
  return {
    of: "law",
    rule,
    article,
    verdict,
    reason,
    days: { from: day, until: day },
    territories: [territory],
  };
}

/** Adds a reason to the one that is alike: the days from the first to the last for which it holds. */
function addTo(reasons: Map<string, ReadinessReason>, added: ReadinessReason): void {
  const key = [added.of, added.rule, added.reason, added.verdict].join(" ");
  const known = reasons.get(key);
  if (!known) reasons.set(key, added);
  else {
    if (known.days && added.days)
      known.days.until = added.days.until > known.days.until ? added.days.until : known.days.until;
    for (const territory of added.territories)
      if (!known.territories.includes(territory)) known.territories.push(territory);
  }
}

const ORDER = ["broken", "doubt", "warning"] as const;

function coloured(reasons: readonly ReadinessReason[]): Readiness {
  const sorted = reasons.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const [worst] = sorted;
  return { colour: !worst ? "green" : worst.verdict === "broken" ? "red" : "amber", reasons: sorted };
}
