import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import { verdictOf } from "@/lib/domain/telephone-prospecting/evaluate";
import { houseAt, type HouseHistory } from "@/lib/domain/telephone-prospecting/house-history";
import { evaluateUnder, isByHouseAlone } from "@/lib/domain/telephone-prospecting/house-rules";
import { MENTIONS, type Mention } from "@/lib/domain/telephone-prospecting/script-mentions";
import { PROSPECTING_RULES, ruleStatusOn } from "@/lib/domain/telephone-prospecting/statute";
import {
  hasOwnLegislation,
  isLocalHoliday,
  TERRITORIES,
  zonesOf,
  type Territory,
} from "@/lib/domain/telephone-prospecting/territories";
import {
  nextHouseWindow,
  NO_TIGHTENING,
  type Tightening,
} from "@/lib/domain/telephone-prospecting/tightening";
import { instantAt, todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { translator } from "@/lib/i18n/translator";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  findHouseHistory,
  findHouseRule,
  findHouseVersions,
  findTightening,
} from "@/lib/features/telephone/read/house";
import { factsOf } from "@/lib/features/telephone/read/facts";
import { callQuerySchema, momentQuerySchema, statuteQuerySchema, type CallQuery } from "./schema";

/** Last day of the law before consent: the other half of the first comparison. */
const BEFORE_CONSENT = "2026-08-10";

/** Loads for each territory whether one may call at a moment, until when, or from when. */
export async function loadCallingHours(slug: string, search: Search) {
  const { now, scope } = await requireStaff(slug);
  const query = momentQuerySchema.parse(search);
  const asked = momentOf(query);
  const at = asked ?? now.getTime();
  const house = houseAt(await readInScope(scope, findHouseHistory), at);
  const isRefused = asked === null && Boolean(search.on || search.time);
  return {
    ...{ query, at, isRefused, isNow: asked === null },
    house,
    rows: [...TERRITORIES.map((territory) => [territory]), []].map((territories) =>
      hoursOf(house, territories, at),
    ),
  };
}

function hoursOf(house: Tightening, territories: readonly Territory[], at: number) {
  const zones = zonesOf(territories);
  const [territory = null] = territories;
  const isLocalDay = territory !== null && zones.some((zone) => isLocalHoliday(territory, todayIn(zone, at)));
  return {
    ...{ territory, zones, isLocalDay, window: nextHouseWindow(house, territories, at) },
    hasOwnLaw: territory !== null && hasOwnLegislation(territory),
  };
}

/** Loads every rule with what it is on two days. */
export async function loadStatute(slug: string, search: Search) {
  const { now, scope } = await requireStaff(slug);
  const house = await readInScope(scope, findTightening);
  const asked = statuteQuerySchema.parse(search);
  const on = asked.on || todayIn("Europe/Paris", now.getTime());
  const beside = asked.beside || BEFORE_CONSENT;
  const isRefused = (Boolean(search.on) && !asked.on) || (Boolean(search.beside) && !asked.beside);
  const rules = PROSPECTING_RULES.map((rule) => {
    const [first, second] = [ruleStatusOn(rule, on), ruleStatusOn(rule, beside)];
    return { ...rule, statuses: { on: first, beside: second }, isChanged: first !== second };
  });
  return { on, beside, isRefused, rules, house };
}

/** Loads a call as it was described and, once it has a day and an hour, what the law of that instant says of it. */
export async function loadCallJudgement(slug: string, search: Search) {
  const { now, scope } = await requireStaff(slug);
  const houses = await readInScope(scope, findHouseHistory);
  const query = callQuerySchema.parse(search);
  return { query, today: todayIn("Africa/Casablanca", now.getTime()), judged: judge(houses, query) };
}

function judge(houses: HouseHistory, query: CallQuery) {
  const at = momentOf(query);
  if (at === null) return null;
  const house = houseAt(houses, at);
  const territories = query.territory ? [query.territory] : [];
  const findings = evaluateUnder(house, { at, territories }, factsOf(query), PROSPECTING_RULES);
  return {
    at,
    findings,
    verdict: verdictOf(findings),
    isByHouseAlone: isByHouseAlone(findings),
    zone: zonesOf(territories)[0] ?? "Europe/Paris",
  };
}

export async function loadScriptCheck(slug: string) {
  const { now } = await requireStaff(slug);
  const translate = await translator("fr", "telephone");
  // An agent says them in French, whatever language the reader has.
  const entries = MENTIONS.map((mention) => [mention, translate(`script.wordings.${mention}`)] as const);
  const wordings = Object.fromEntries(entries) as Record<Mention, string>;
  return { today: todayIn("Europe/Paris", now.getTime()), wordings };
}

/** Loads what the organisation asks beyond the law, with its versions. */
export async function loadHouseRule(slug: string) {
  const { actor, scope } = await requireStaff(slug);
  const [house, versions] = await readInScope(scope, async (tx) => [
    await findHouseRule(tx),
    await findHouseVersions(tx),
  ]);
  const mayTighten = can(actor, "telephone.tighten");
  return { house: house ?? NO_TIGHTENING, version: house?.version ?? 0, versions, mayTighten };
}

function momentOf({ on, time }: { on: string; time: string }): number | null {
  return on && time ? instantAt("Africa/Casablanca", on, time) : null;
}
