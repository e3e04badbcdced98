import "server-only";
import { can } from "@/lib/domain/nouns/policy";
import { houseAt } from "@/lib/domain/telephone-prospecting/house-history";
import { MENTIONS, type Mention } from "@/lib/domain/telephone-prospecting/script-mentions";
import { ruleStatusOn } from "@/lib/domain/telephone-prospecting/rule-status";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
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
import { findPlace } from "@/lib/domain/country/places";
import { todayIn } from "@/lib/domain/time/zones";
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
import { findCallClients } from "@/lib/features/telephone/read/clients";
import { isPlaceAbroad, judgeCall, momentOf } from "@/lib/features/telephone/read/judge-call";
import { callQuerySchema, momentQuerySchema, statuteQuerySchema } from "./schema";

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
    query,
    at,
    isRefused,
    isNow: asked === null,
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
  const window = nextHouseWindow(house, territories, at);
  return {
    territory,
    zones,
    isLocalDay,
    window,
    isClosedByHouse: window === null && nextHouseWindow(NO_TIGHTENING, territories, at) !== null,
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
  const asked = callQuerySchema.parse(search);
  // An address may name a country that there is not.
  const query = { ...asked, territory: findPlace(asked.territory) ? asked.territory : "" };
  const today = todayIn("Africa/Casablanca", now.getTime());
  const [houses, clients] = await readInScope(scope, async (tx) => [
    await findHouseHistory(tx),
    await findCallClients(tx, query.on || today),
  ]);
  const client = clients.find(({ id }) => id === query.client);
  return {
    query,
    today,
    clients,
    isAbroad: isPlaceAbroad(query.territory),
    judged: judgeCall(houses, query, client?.laws ?? []),
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
