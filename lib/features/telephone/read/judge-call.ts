import type { DataLaw } from "@/lib/domain/statute/applicable-laws";
import { verdictOf } from "@/lib/domain/telephone-prospecting/evaluate";
import { judgeForeign } from "@/lib/domain/telephone-prospecting/foreign-law";
import { houseAt, type HouseHistory } from "@/lib/domain/telephone-prospecting/house-history";
import { evaluateUnder, isByHouseAlone } from "@/lib/domain/telephone-prospecting/house-rules";
import type { JudgedFinding } from "@/lib/domain/telephone-prospecting/judged-finding";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { isFrenchPlace, zonesOf } from "@/lib/domain/telephone-prospecting/territories";
import { instantAt } from "@/lib/domain/time/zones";
import type { CallQuery } from "@/lib/features/telephone/schema";
import { factsOf } from "./facts";

/**
 * Judges a call as it was described, once it has a day and an hour: in a French territory by French law and the house, in any
 * other country by what the judge of campaigns finds of a call there, under the laws of the client first. None is counted of a client
 * that nobody named.
 */
export function judgeCall(houses: HouseHistory, query: CallQuery, laws: readonly DataLaw[] = []) {
  const at = momentOf(query);
  if (at === null) return null;
  const place = query.territory;
  const findings = placeFindings(houses, query, { at, laws });
  return {
    at,
    findings,
    verdict: verdictOf(findings),
    isByHouseAlone: isByHouseAlone(findings),
    isAbroad: isPlaceAbroad(place),
    zone: isFrenchPlace(place) ? (zonesOf([place])[0] ?? "Europe/Paris") : zoneOf(findings),
  };
}

function placeFindings(
  houses: HouseHistory,
  query: CallQuery,
  { at, laws }: { at: number; laws: readonly DataLaw[] },
): JudgedFinding[] {
  const place = query.territory;
  const facts = factsOf(query);
  if (place !== "" && !isFrenchPlace(place)) return judgeForeign(place, { at, facts, laws });
  const territories = place === "" ? [] : [place];
  return evaluateUnder(houseAt(houses, at), { at, territories }, facts, PROSPECTING_RULES);
}

/** True of a country whose law on calls is not judged here; false while none is named. */
export function isPlaceAbroad(place: string): boolean {
  return place !== "" && !isFrenchPlace(place);
}

/** Zone in which an instant is shown: that of Casablanca, in which it is typed, where no French clock judges. */
function zoneOf([first]: readonly JudgedFinding[]) {
  return first?.rule === "foreign-law" ? first.zone : "Europe/Paris";
}

/** Instant of a day and an hour of Casablanca; null where one of them is missing. */
export function momentOf({ on, time }: { on: string; time: string }): number | null {
  return on && time ? instantAt("Africa/Casablanca", on, time) : null;
}
