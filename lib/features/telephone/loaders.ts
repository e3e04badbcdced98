import "server-only";
import { nextWindow } from "@/lib/domain/telephone-prospecting/calling-hours";
import { evaluate, verdictOf } from "@/lib/domain/telephone-prospecting/evaluate";
import { MENTIONS, type Mention } from "@/lib/domain/telephone-prospecting/script-mentions";
import { PROSPECTING_RULES, ruleStatusOn } from "@/lib/domain/telephone-prospecting/statute";
import {
  hasOwnLegislation,
  isLocalHoliday,
  TERRITORIES,
  zonesOf,
  type Territory,
} from "@/lib/domain/telephone-prospecting/territories";
import { instantAt, todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { translator } from "@/lib/i18n/translator";
import { requireStaff } from "@/lib/platform/request/request-session";
import { factsOf } from "@/lib/features/telephone/read/facts";
import { callQuerySchema, momentQuerySchema, statuteQuerySchema, type CallQuery } from "./schema";

/** Last day of the law before consent: the other half of the first comparison. */
const BEFORE_CONSENT = "2026-08-10";

/** Loads for each territory whether one may call at a moment, until when, or from when. */
export async function loadCallingHours(slug: string, search: Search) {
  const { now } = await requireStaff(slug);
  const query = momentQuerySchema.parse(search);
  const asked = momentOf(query);
  const at = asked ?? now.getTime();
  const isRefused = asked === null && Boolean(search.on || search.time);
  return {
    ...{ query, at, isRefused, isNow: asked === null },
    rows: [...TERRITORIES.map((territory) => [territory]), []].map((territories) => hoursOf(territories, at)),
  };
}

function hoursOf(territories: readonly Territory[], at: number) {
  const zones = zonesOf(territories);
  const [territory = null] = territories;
  const isLocalDay = territory !== null && zones.some((zone) => isLocalHoliday(territory, todayIn(zone, at)));
  return {
    ...{ territory, zones, isLocalDay, window: nextWindow(zones, at) },
    hasOwnLaw: territory !== null && hasOwnLegislation(territory),
  };
}

/** Loads every rule with what it is on two days. */
export async function loadStatute(slug: string, search: Search) {
  const { now } = await requireStaff(slug);
  const asked = statuteQuerySchema.parse(search);
  const on = asked.on || todayIn("Europe/Paris", now.getTime());
  const beside = asked.beside || BEFORE_CONSENT;
  const isRefused = (Boolean(search.on) && !asked.on) || (Boolean(search.beside) && !asked.beside);
  const rules = PROSPECTING_RULES.map((rule) => {
    const [first, second] = [ruleStatusOn(rule, on), ruleStatusOn(rule, beside)];
    return { ...rule, statuses: { on: first, beside: second }, isChanged: first !== second };
  });
  return { on, beside, isRefused, rules };
}

/** Loads a call as it was described and, once it has a day and an hour, what the law of that instant says of it. */
export async function loadCallJudgement(slug: string, search: Search) {
  const { now } = await requireStaff(slug);
  const query = callQuerySchema.parse(search);
  return { query, today: todayIn("Africa/Casablanca", now.getTime()), judged: judge(query) };
}

function judge(query: CallQuery) {
  const at = momentOf(query);
  if (at === null) return null;
  const territories = query.territory ? [query.territory] : [];
  const findings = evaluate({ at, territories }, factsOf(query), PROSPECTING_RULES);
  return { at, findings, verdict: verdictOf(findings), zone: zonesOf(territories)[0] ?? "Europe/Paris" };
}

export async function loadScriptCheck(slug: string) {
  const { now } = await requireStaff(slug);
  const translate = await translator("fr", "telephone");
  // An agent says them in French, whatever language the reader has.
  const entries = MENTIONS.map((mention) => [mention, translate(`script.wordings.${mention}`)] as const);
  const wordings = Object.fromEntries(entries) as Record<Mention, string>;
  return { today: todayIn("Europe/Paris", now.getTime()), wordings };
}

function momentOf({ on, time }: { on: string; time: string }): number | null {
  return on && time ? instantAt("Africa/Casablanca", on, time) : null;
}
