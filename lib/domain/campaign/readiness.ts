import { foreignFinding } from "@/lib/domain/telephone-prospecting/foreign-law";
import type { HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import type { JudgedFinding } from "@/lib/domain/telephone-prospecting/judged-finding";
import type { Verdict } from "@/lib/domain/telephone-prospecting/judgement";
import type { SaleCondition } from "@/lib/domain/telephone-prospecting/facts";
import type { Mention } from "@/lib/domain/telephone-prospecting/script-mentions";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";
import {
  houseWindowsOn,
  NO_TIGHTENING,
  type Tightening,
} from "@/lib/domain/telephone-prospecting/tightening";
import type { CampaignContent } from "./content";
import { lackingGroundOn, type CampaignGround, type GroundReason, type OwnGround } from "./ground";
import {
  makeMentionJudge,
  SCRIPT_REASONS,
  scriptLack,
  type MentionLack,
  type ScriptReason,
} from "./judge-script";
import { callsFrance, placesCalled } from "./places";
import { daysBetween, judgeDay, judgeMessages, type CampaignRules } from "./judge-day";

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
  rule: JudgedFinding["rule"] | null;
  article: string;
  verdict: Exclude<Verdict, "met">;
  reason: string;
  days: { from: string; until: string } | null;
  territories: Territory[];
  /** Other country that is called, whose law on calls is not judged here. */
  country?: string;
  /** Conditions of the exception for customers that are not met, or not known. */
  lacking?: readonly SaleCondition[];
  /** Mention of the script of which it is said. */
  mention: Mention | null;
};

export type Readiness = { colour: "green" | "amber" | "red"; reasons: ReadinessReason[] };

/** Longest campaign in days: each of them is judged. */
const LONGEST_DAYS = 731;

const ARTICLES: Record<GroundReason | ContentReason | ScriptReason, string> = {
  "instruction-none": "28(3)(a)",
  "instruction-unaccepted": "28(3)(a)",
  "instruction-unproven": "28(3)(a)",
  "instruction-to-come": "28(3)(a)",
  "instruction-ended": "28(3)(a)",
  "instruction-unsaid": "28(3)(a)",
  "instruction-other": "28(3)(a)",
  "instruction-overridden": "28(3)",
  "instruction-unsaid-overridden": "28(3)",
  "contract-none": "28(3)",
  "contract-ended": "28(3)",
  "dates-missing": "28(3)(a)",
  "dates-over": "28(3)(a)",
  "dates-long": "28(3)(a)",
  "days-closed": "D223-9",
  "territories-missing": "28(3)(a)",
  "basis-missing": "L223-1",
  "provenance-missing": "14(2)(f)",
  "product-missing": "R223-1",
  "consents-sampled": "R223-2",
  "identity-missing": "L221-16",
  "script-none": "L221-16",
  "script-unused": "28(3)(a)",
  "script-unchecked": "L221-16",
};

/** Articles of the GDPR by which a campaign is judged, which the laws of other clients number otherwise. */
export const GDPR_ARTICLES: readonly string[] = [...new Set(Object.values(ARTICLES))].filter((article) =>
  /^\d/.test(article),
);

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

/** Judges one day alone: what a campaign that runs lacks on it, in what it states too. */
export function readinessOn(
  content: CampaignContent,
  ground: CampaignGround,
  { day, ...rules }: { day: string } & CampaignRules,
): Readiness {
  return coloured([...statedReasons(content, ground), ...judgeDays(content, ground, [day], rules)]);
}

/**
 * Lists what a campaign lacks by itself on a day, in what it states and in what it rests on, whomever it calls: an instruction
 * that was withdrawn, 28(3)(a), a contract that ended, a script that nobody approved. Who calls nobody but writes to them says
 * no script.
 */
export function ownLacksOn(
  content: CampaignContent,
  ground: OwnGround,
  { day, channel }: { day: string; channel: "voice" | "written" },
): ReadinessReason[] {
  const reasons = [...statedReasons(content, ground), ...ownDayReasons(content, ground)(day)];
  return reasons.filter(
    ({ of, country, reason, mention }) =>
      of === "campaign" &&
      country === undefined &&
      (channel === "voice" || (mention === null && !SCRIPT_REASONS.some((one) => one === reason))),
  );
}

function daysAhead({ firstDay, lastDay }: CampaignContent, today: string): string[] | ContentReason {
  if (firstDay === null || lastDay === null) return "dates-missing";
  if (lastDay < today) return "dates-over";
  const days = daysBetween(firstDay < today ? today : firstDay, lastDay);
  return days.length > LONGEST_DAYS ? "dates-long" : days;
}

/** Asks for what French law asks where France is called alone; of each other country its law is to be read. */
function statedReasons(content: CampaignContent, ground: OwnGround): ReadinessReason[] {
  const isFrench = callsFrance(content);
  const toConsumers = isFrench && content.audience !== "business";
  const isSampled = ground.collections.length > 0 && ground.collections.every(({ isWhole }) => !isWhole);
  const lacks: [ContentReason, ReadinessReason["verdict"], boolean][] = [
    ["territories-missing", "broken", placesCalled(content).length === 0],
    ["basis-missing", "broken", toConsumers && content.basis === null],
    ["provenance-missing", "doubt", content.provenance === ""],
    ["product-missing", "doubt", isFrench && content.basis === "consent" && content.product === ""],
    ["consents-sampled", "doubt", isFrench && content.basis === "consent" && isSampled],
    ["identity-missing", "doubt", isFrench && !ground.isIdentified],
  ];
  const script = toConsumers ? scriptLack(ground.script) : null;
  return [
    ...lacks.flatMap(([reason, verdict, lacking]) => (lacking ? own(reason, verdict, null) : [])),
    ...(script ? [own(script, "doubt", null)] : []),
    ...content.countries.map(ofCountry),
  ];
}

function ofCountry(country: string): ReadinessReason {
  const { rule, article, verdict, reason } = foreignFinding(country);
  return { of: "law", rule, article, verdict, reason, days: null, territories: [], country, mention: null };
}

/** Reasons of single days in what a campaign rests on, and in what is said at the beginning of its calls. */
function ownDayReasons(content: CampaignContent, ground: OwnGround): (day: string) => ReadinessReason[] {
  const saysMentions = callsFrance(content) && content.audience !== "business";
  const mentionsOn = makeMentionJudge(saysMentions ? ground.script : null);
  return (day) => [
    ...lackingGroundOn(ground, day, content.instructionReason).map((reason) =>
      own(reason, verdictOf(reason), day),
    ),
    ...mentionsOn(day).map((lack) => ofMention(lack, day)),
  ];
}

function judgeDays(
  content: CampaignContent,
  ground: CampaignGround,
  days: readonly string[],
  rules: CampaignRules,
): ReadinessReason[] {
  const reasons = new Map<string, ReadinessReason>();
  const ownReasonsOn = ownDayReasons(content, ground);
  for (const day of days) {
    for (const reason of ownReasonsOn(day)) addTo(reasons, reason);
    for (const territory of content.territories)
      for (const finding of judgeDay(content, { ground, territory, day }, rules) ?? [])
        if (finding.verdict !== "met") addTo(reasons, ofRule(finding, finding.verdict, { day, territory }));
    for (const territory of content.territories)
      for (const finding of judgeMessages(content, { ground, territory, day }, rules))
        if (finding.verdict !== "met" && isOfMessages(finding))
          addTo(reasons, ofRule(finding, finding.verdict, { day, territory }));
  }
  return [...reasons.values()];
}

/** Doubts what nobody stated, and what rests on a written reason; what is stated otherwise is broken. */
function verdictOf(reason: GroundReason): ReadinessReason["verdict"] {
  return DOUBTED.includes(reason) ? "doubt" : "broken";
}

const DOUBTED: readonly GroundReason[] = [
  "instruction-unsaid",
  "instruction-overridden",
  "instruction-unsaid-overridden",
];

/** Leaves out what is doubted of the territory, and what the house asks of calls: both are said of the calls already. */
function isOfMessages({ rule, isHouse }: HouseFinding): boolean {
  return rule !== "territory" && !isHouse;
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
  { rule, article, reason, lacking = [], isHouse }: HouseFinding,
  verdict: ReadinessReason["verdict"],
  { day, territory }: { day: string; territory: Territory },
): ReadinessReason {
  const days = { from: day, until: day };
  const of = isHouse ? "house" : "law";
  return { of, rule, article, verdict, reason, lacking, days, territories: [territory], mention: null };
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
