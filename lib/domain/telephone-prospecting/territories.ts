import type { Zone } from "@/lib/domain/time/zones";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { easterSunday } from "@/lib/domain/time/public-holidays";

/** Parts of the French Republic in which consumers are called, by ISO 3166-1; FR is metropolitan France alone. */
export const TERRITORIES = ["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF"] as const;
export type Territory = (typeof TERRITORIES)[number];

/** True of a place, by ISO 3166, whose consumers French law on calls protects. */
export function isFrenchPlace(place: string): place is Territory {
  return TERRITORIES.some((territory) => territory === place);
}

/** French Polynesia alone has several; a number says nothing of the island. */
const ZONES_OF: Record<Territory, readonly Zone[]> = {
  FR: ["Europe/Paris"],
  GP: ["America/Guadeloupe"],
  MQ: ["America/Martinique"],
  GF: ["America/Cayenne"],
  RE: ["Indian/Reunion"],
  YT: ["Indian/Mayotte"],
  PM: ["America/Miquelon"],
  BL: ["America/Guadeloupe"],
  MF: ["America/Guadeloupe"],
  NC: ["Pacific/Noumea"],
  PF: ["Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier"],
  WF: ["Pacific/Wallis"],
};

/** Territories where a statute holds only if it says so, Constitution art. 74 and title XIII. */
const OWN_LEGISLATION: readonly Territory[] = ["NC", "PF", "WF"];

/** Zones in which a person may be, of whom the territories alone are known; of all France when none is. */
export function zonesOf(territories: readonly Territory[]): Zone[] {
  const known = territories.length > 0 ? territories : TERRITORIES;
  return [...new Set(known.flatMap((territory) => ZONES_OF[territory]))];
}

/** True where it is not settled that the consumer code applies. */
export function hasOwnLegislation(territory: Territory): boolean {
  return OWN_LEGISLATION.includes(territory);
}

/**
 * Days that a territory, or a part of it, adds to article L3133-1: they close nothing under D223-9, and are shown.
 * "E-2" is Good Friday. FR has those of Alsace and Moselle, L3134-13; overseas departments the abolition of slavery,
 * L3422-2.
 */
const LOCAL_DAYS: Record<Territory, readonly string[]> = {
  FR: ["E-2", "12-26"],
  GP: ["E-2", "05-27"],
  MQ: ["E-2", "05-22"],
  GF: ["06-10"],
  RE: ["12-20"],
  YT: ["04-27"],
  PM: [],
  BL: ["10-09"],
  MF: ["05-28"],
  NC: ["09-24"],
  PF: ["03-05", "E-2", "11-20"],
  WF: ["04-28", "06-29", "07-29"],
};

export function isLocalHoliday(territory: Territory, isoDay: string): boolean {
  const year = isoDay.slice(0, 4);
  return LOCAL_DAYS[territory].some((day) =>
    day === "E-2" ? addDaysToDay(easterSunday(Number(year)), -2) === isoDay : `${year}-${day}` === isoDay,
  );
}
