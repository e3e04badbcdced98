import type { HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import type { Verdict } from "@/lib/domain/telephone-prospecting/judgement";
import type { Mention } from "@/lib/domain/telephone-prospecting/script-mentions";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";
import {
  houseWindowsOn,
  NO_TIGHTENING,
  type Tightening,
} from "@/lib/domain/telephone-prospecting/tightening";
import type { CampaignContent } from "./content";
import { lackingGroundOn, type CampaignGround, type GroundReason } from "./ground";
import { makeMentionJudge, scriptLack, type MentionLack, type ScriptReason } from "./judge-script";
import { daysBetween, judgeDay, type CampaignRules } from "./judge-day";

type ContentReason =
  | "dates-missing"
  | "dates-over"
  | "dates-long"
  | "days-closed"
  | "territories-missing"
  | "basis-missing"
  | "provenance-missing"
  | "product-missing"
  | "consents-sampled"
  | "identity-missing";

/** Reason that a campaign is not green, and the days for which it holds; null where it holds for all. */
export type ReadinessReason = {
  /** "law": a rule of the statute, whose id is `rule`; "house": a rule of the house, or of the statute before its own day. */
  of: "law" | "house" | "campaign";
  rule: HouseFinding["rule"] | null;
  article: string;
  verdict: Exclude<Verdict, "met">;
  reason: string;
  days: { from: string; until: string } | null;
  territories: Territory[];
  /** Mention of the script of which it is said. */
  mention: Mention | null;
};

export type Readiness = { colour: "green" | "amber" | "red"; reasons: ReadinessReason[] };

/** Longest campaign in days: each of them is judged. */
const LONGEST_DAYS = 731;

const ARTICLES: Record<GroundReason | ContentReason | ScriptReason, string> = {
  "instruction-none": "28(3)(a)",
  "instruction-unaccepted": "28(3)(a)",
  "instruction-to-come": "28(3)(a)",
  "instruction-ended": "28(3)(a)",
  "contract-none": "28(3)",
  "contract-ended": "28(3)",
  "dates-missing": "28(3)(a)",
  "dates-over": "28(3)(a)",
  "dates-long": "28(3)(a)",
  "days-closed": "D223-9",
  "territories-missing": "D223-9",
  "basis-missing": "L223-1",
  "provenance-missing": "14(2)(f)",
  "product-missing": "R223-1",
  "consents-sampled": "R223-2",
  "identity-missing": "L221-16",
  "script-none": "L221-16",
  "script-unused": "28(3)(a)",
  "script-unchecked": "L221-16",
};

/**
 * Judges whether a campaign may start: what it states, what it rests on, the law and the house, for each of its days from
 * `today` on. Red where something forbids a day of it, amber where something is in doubt, green otherwise.
 */
export function readinessOf(
  content: CampaignContent,
  ground: CampaignGround,
  { today, ...rules }: { today: string } & CampaignRules,
): Readiness {
  const days = daysAhead(content, today);
  const stated = statedReasons(content, ground);
  if (typeof days === "string") return coloured([own(days, "broken", null), ...stated]);
  return coloured([
    ...stated,
    ...closedReasons(content, days, rules.house),
    ...judgeDays(content, ground, days, rules),
  ]);
}

/** Names the territories in which nobody may be called on any of the days: by the law, or by the house alone. */
function closedReasons(
  { territories }: CampaignContent,
  days: readonly string[],
  house: Tightening,
): ReadinessReason[] {
  const isClosed = (by: Tightening, territory: Territory) =>
    days.every((day) => houseWindowsOn(by, [territory], day).length === 0);
  const byLaw = territories.filter((territory) => isClosed(NO_TIGHTENING, territory));
  const byHouse = territories.filter((one) => !byLaw.includes(one) && isClosed(house, one));
  const closed = own("days-closed", "broken", null);
  return [
    ...(byLaw.length > 0 ? [{ ...closed, territories: byLaw }] : []),
    ...(byHouse.length > 0
      ? [{ ...closed, of: "house" as const, article: "", reason: "house-days-closed", territories: byHouse }]
      : []),
  ];
}

/** Judges one day alone: what a campaign that runs lacks on it. */
export function readinessOn(
  content: CampaignContent,
  ground: CampaignGround,
  { day, ...rules }: { day: string } & CampaignRules,
): Readiness {
  return coloured(judgeDays(content, ground, [day], rules));
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
  const script = toConsumers ? scriptLack(ground.script) : null;
  return [
    ...lacks.flatMap(([reason, verdict, lacking]) => (lacking ? own(reason, verdict, null) : [])),
    ...(script ? [own(script, "doubt", null)] : []),
  ];
}

function judgeDays(
  content: CampaignContent,
  ground: CampaignGround,
  days: readonly string[],
  rules: CampaignRules,
): ReadinessReason[] {
  const reasons = new Map<string, ReadinessReason>();
  const mentionsOn = makeMentionJudge(content.audience === "business" ? null : ground.script);
  for (const day of days) {
    for (const reason of lackingGroundOn(ground, day)) addTo(reasons, own(reason, "broken", day));
    for (const lack of mentionsOn(day)) addTo(reasons, ofMention(lack, day));
    for (const territory of content.territories)
      for (const finding of judgeDay(content, { ground, territory, day }, rules) ?? [])
        if (finding.verdict !== "met") addTo(reasons, ofRule(finding, finding.verdict, { day, territory }));
  }
  return [...reasons.values()];
}

function own(
  reason: GroundReason | ContentReason | ScriptReason,
  verdict: ReadinessReason["verdict"],
  day: string | null,
): ReadinessReason {
  const days = day === null ? null : { from: day, until: day };
  return { ...OWN, article: ARTICLES[reason], verdict, reason, days, territories: [] };
}

const OWN = { of: "campaign", rule: null, mention: null } as const;

function ofMention(lack: MentionLack, day: string): ReadinessReason {
  return { ...OWN, ...lack, days: { from: day, until: day }, territories: [] };
}

function ofRule(
  { rule, article, reason, isHouse }: HouseFinding,
  verdict: ReadinessReason["verdict"],
  { day, territory }: { day: string; territory: Territory },
): ReadinessReason {
  const days = { from: day, until: day };
  const of = isHouse ? "house" : "law";
  return { of, rule, article, verdict, reason, days, territories: [territory], mention: null };
}

/** Adds a reason to the one that is alike: the days from the first to the last for which it holds. */
function addTo(reasons: Map<string, ReadinessReason>, added: ReadinessReason): void {
  const key = [added.of, added.rule, added.mention, added.reason, added.verdict].join(" ");
  const known = reasons.get(key);
  if (!known) reasons.set(key, added);
  else {
    if (known.days && added.days)
      known.days.until = added.days.until > known.days.until ? added.days.until : known.days.until;
    for (const territory of added.territories)
      if (!known.territories.includes(territory)) known.territories.push(territory);
  }
}

/** Articles of reasons; "" where the house alone has any. */
export function articlesOf(reasons: readonly ReadinessReason[]): string {
  return [...new Set(reasons.map(({ article }) => article))].filter((article) => article !== "").join(" ; ");
}

const ORDER = ["broken", "doubt", "warning"] as const;

function coloured(reasons: readonly ReadinessReason[]): Readiness {
  const sorted = reasons.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const [worst] = sorted;
  return { colour: !worst ? "green" : worst.verdict === "broken" ? "red" : "amber", reasons: sorted };
}
