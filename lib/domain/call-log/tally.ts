import type { JudgedFinding } from "@/lib/domain/telephone-prospecting/judged-finding";
import type { NamedCall } from "./alike-calls";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { itemAt } from "@/lib/domain/invariant/required";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { isByHouseAlone, lawfulVerdictOf } from "@/lib/domain/telephone-prospecting/house-rules";
import { VERDICTS, type Verdict } from "@/lib/domain/telephone-prospecting/judgement";

/** Calls of one log that are judged alike, one of which is named. */
export type JudgedCalls = { count: number; first: number; last: number; sample: NamedCall };

/** Calls of a log of which one rule finds the same for the same reason. */
export type FindingGroup = {
  rule: JudgedFinding["rule"];
  /** Country of the numbers, where the rule is about it. */
  country?: string;
  /** True of a rule of the house, or of one that the house applies before its own day. */
  isHouse: boolean;
  article: string;
  verdict: Exclude<Verdict, "met">;
  reason: string;
  calls: number;
  /** Calls of which the clocks of the person's possible zones do not agree. */
  zoneDoubted: number;
  first: number;
  last: number;
  /** Some of their lines, the lowest first. */
  lines: number[];
};

/** Calls of one week by the worst that the law says of each; `week` is its Monday. */
export type Week = { week: string; calls: number } & Record<Verdict, number>;

/** Calls by the worst that the law says of each; `byHouse` of them the house alone forbids. */
export type Tally = {
  calls: number;
  byHouse: number;
  verdicts: Record<Verdict, number>;
  groups: FindingGroup[];
  weeks: Week[];
  /** Calls whose lines the groups name. */
  named: NamedCall[];
};

const MOST_LINES = 10;

/** Sums up what is found of the calls of a log; weeks are those of a zone. */
export function makeTally(zone: Zone) {
  const groups = new Map<string, SampledGroup>();
  const weeks = new Map<string, Week>();
  const verdicts = noVerdicts();
  let [calls, byHouse] = [0, 0];
  return {
    add(findings: readonly JudgedFinding[], judged: JudgedCalls): void {
      const worst = lawfulVerdictOf(findings);
      calls += judged.count;
      if (isByHouseAlone(findings)) byHouse += judged.count;
      verdicts[worst] += judged.count;
      const week = weekOf(zone, judged.first);
      const counted = weeks.get(week) ?? { week, calls: 0, ...noVerdicts() };
      weeks.set(week, counted);
      counted.calls += judged.count;
      counted[worst] += judged.count;
      for (const finding of findings) if (finding.verdict !== "met") addTo(groups, finding, judged);
    },
    result(): Tally {
      return {
        calls,
        byHouse,
        verdicts,
        groups: [...groups.values()]
          .map(({ samples, ...group }) => ({ ...group, lines: samples.map(({ line }) => line) }))
          .sort((a, b) => VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) || b.calls - a.calls),
        named: [...new Map([...groups.values()].flatMap(byLine)).values()],
        weeks: [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1)),
      };
    },
  };
}

type SampledGroup = Omit<FindingGroup, "lines"> & { samples: NamedCall[] };

function byLine({ samples }: SampledGroup): [number, NamedCall][] {
  return samples.map((sample) => [sample.line, sample]);
}

function addTo(groups: Map<string, SampledGroup>, finding: JudgedFinding, judged: JudgedCalls): void {
  const { rule, isHouse, article, verdict, reason, country } = finding;
  if (verdict === "met") return;
  const key = `${rule} ${isHouse} ${verdict} ${reason} ${country}`;
  const found = groups.get(key) ?? {
    rule,
    isHouse,
    article,
    verdict,
    reason,
    calls: 0,
    zoneDoubted: 0,
    samples: [],
    ...(country !== undefined && { country }),
    first: judged.first,
    last: judged.last,
  };
  groups.set(key, found);
  found.calls += judged.count;
  if (finding.isZoneDoubted) found.zoneDoubted += judged.count;
  found.first = Math.min(found.first, judged.first);
  found.last = Math.max(found.last, judged.last);
  const { samples } = found;
  if (samples.length === MOST_LINES && itemAt(samples, MOST_LINES - 1).line <= judged.sample.line) return;
  found.samples = [...samples, judged.sample].sort((a, b) => a.line - b.line).slice(0, MOST_LINES);
}

function noVerdicts(): Record<Verdict, number> {
  return { met: 0, warning: 0, doubt: 0, broken: 0 };
}

/** Monday of the week of an instant. */
function weekOf(zone: Zone, at: number): string {
  const day = todayIn(zone, at);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDaysToDay(day, 1 - weekday);
}
