import { countryHolidays, knowsHolidaysOf } from "./country-holidays";
import { movingHolidays, type AnnouncedHoliday, type MovingHoliday } from "./moving-holidays";
import type { Zone } from "./zones";

/** The clock and the working days by which a period given to somebody ends. */
export type Calendar = {
  zone: Zone;
  /** Public holidays of every year concerned. */
  holidays: ReadonlySet<string>;
  /**
   * True where the country's holidays are unknown: weekends alone are taken, and that is shown. The zone is
   * that of `seatZone`.
   */
  isAssumed: boolean;
  /** Holidays that an announcement decides, as proposed: none is among `holidays` before. Absent where no country has any. */
  moving?: readonly MovingHoliday[];
};

/** Time zone of each country's capital, whose hours almost every company there uses. */
const ZONE_OF: Record<string, Zone> = {
  AD: "Europe/Madrid",
  AT: "Europe/Vienna",
  BE: "Europe/Brussels",
  BG: "Europe/Sofia",
  BL: "America/Guadeloupe",
  CH: "Europe/Zurich",
  CY: "Asia/Nicosia",
  CZ: "Europe/Prague",
  DE: "Europe/Berlin",
  DK: "Europe/Copenhagen",
  EE: "Europe/Tallinn",
  ES: "Europe/Madrid",
  FI: "Europe/Helsinki",
  FR: "Europe/Paris",
  GB: "Europe/London",
  GF: "America/Cayenne",
  GP: "America/Guadeloupe",
  GR: "Europe/Athens",
  HR: "Europe/Zagreb",
  HU: "Europe/Budapest",
  IE: "Europe/Dublin",
  IS: "Atlantic/Reykjavik",
  IT: "Europe/Rome",
  LI: "Europe/Vaduz",
  LT: "Europe/Vilnius",
  LU: "Europe/Luxembourg",
  LV: "Europe/Riga",
  MA: "Africa/Casablanca",
  MC: "Europe/Monaco",
  MF: "America/Guadeloupe",
  MQ: "America/Martinique",
  MT: "Europe/Malta",
  NC: "Pacific/Noumea",
  NL: "Europe/Amsterdam",
  NO: "Europe/Oslo",
  PF: "Pacific/Tahiti",
  PL: "Europe/Warsaw",
  PM: "America/Miquelon",
  PT: "Europe/Lisbon",
  RE: "Indian/Reunion",
  RO: "Europe/Bucharest",
  SE: "Europe/Stockholm",
  SI: "Europe/Ljubljana",
  SK: "Europe/Bratislava",
  WF: "Pacific/Wallis",
  YT: "Indian/Mayotte",
};

/** Time zone of a country's capital, ISO 3166; null where none is shipped. */
function capitalZone(country: string): Zone | null {
  return ZONE_OF[country] ?? null;
}

/** Countries of several zones, the most peopled first, and those whose companies have no calendar here. */
const ZONES_ELSEWHERE: Readonly<Record<string, readonly Zone[]>> = {
  CA: ["America/Toronto", "America/Halifax", "America/Edmonton", "America/Vancouver"],
  CI: ["Africa/Abidjan"],
  DZ: ["Africa/Algiers"],
  SN: ["Africa/Dakar"],
  TN: ["Africa/Tunis"],
};

/** Zones of a country or a territory, ISO 3166: of most that of the capital. Empty where none is shipped. */
export function zonesOfCountry(country: string): readonly Zone[] {
  const capital = capitalZone(country);
  return ZONES_ELSEWHERE[country] ?? (capital === null ? [] : [capital]);
}

/**
 * The zone by which a controller reads an instant: that of its seat, by country or territory. Of several the first, and Paris where the
 * country is unknown or has no zone here: whatever shows it names its city.
 */
export function seatZone(seat: { country: string | null; address: string }): Zone {
  const country = territoryOf(seat);
  return (country === null ? undefined : zonesOfCountry(country)[0]) ?? "Europe/Paris";
}

/** Overseas France by the first three figures of a postcode, where the address says France alone. */
const OVERSEAS: Record<string, string> = {
  "971": "GP",
  "972": "MQ",
  "973": "GF",
  "974": "RE",
  "975": "PM",
  "976": "YT",
  "977": "BL",
  "978": "MF",
  "986": "WF",
  "987": "PF",
  "988": "NC",
};

/** Years that a calendar covers, and the moving holidays of Morocco that were announced: no clock counts another day. */
export type CalendarSpan = { from: string; years?: number; announced: readonly AnnouncedHoliday[] };

/**
 * The calendar of a controller at its seat, for a period that begins at `from` (an instant's calendar day, "2026-11-26")
 * and ends within `years` of it.
 */
export function calendarOf(
  seat: { country: string | null; address: string },
  { from, years = 2, announced }: CalendarSpan,
): Calendar {
  const country = territoryOf(seat);
  const zone = country === null ? undefined : ZONE_OF[country];
  const first = Number(from.slice(0, 4));
  const span = Array.from({ length: years + 1 }, (_, index) => first + index);
  const moving = country === null ? [] : span.flatMap((year) => movingHolidays(country, year, announced));
  const confirmed = country === "MA" ? announced.flatMap(({ days }) => days) : [];
  const fixed = country === null ? [] : span.flatMap((year) => countryHolidays(country, year));
  return {
    zone: seatZone(seat),
    holidays: new Set([...fixed, ...confirmed]),
    isAssumed:
      zone === undefined ||
      country === null ||
      (!knowsHolidaysOf(country) && moving.length + confirmed.length === 0),
    moving,
  };
}

/** The country whose law and calendar a seat has: overseas France by its postcode, where the address says France alone. */
export function territoryOf({
  country,
  address,
}: {
  country: string | null;
  address: string;
}): string | null {
  if (country !== "FR") return country;
  const postcode = postcodeIn(address);
  return (postcode && OVERSEAS[postcode.slice(0, 3)]) || country;
}

/** Numbers of five figures that are none: of a register, a box, a bank, a telephone, a longer number. */
const NOT_BEFORE =
  /(?:\d{3}|(?:^|[^\p{L}])(?:rcs|r c s|siren|siret|rm|rna|ice|rc|tva|naf|ape|bp|cs|tsa|tel|fax|no|nr|num|numero|b|n|immatriculee?)(?: [ab])?)$/u;
const NOT_AFTER = /^(?:\d|(?:au |a )?(?:rcs|r c s|registre)(?: |$)|eur|euros?(?: |$)|dh|mad)/;

/**
 * The postcode of a French address: the last five figures before a town, or the last five where none goes before one;
 * a house may bear as many before it, a register after it.
 */
function postcodeIn(address: string): string | null {
  const found = [...address.matchAll(/(?<!\d)\d{5}(?!\d)/g)].map((match) => ({
    figures: match[0],
    before: plain(address.slice(Math.max(0, match.index - 40), match.index)),
    after: address.slice(match.index + 5, match.index + 45),
  }));
  const likely = found.filter(
    ({ before, after }) => !NOT_BEFORE.test(before) && !NOT_AFTER.test(plain(after)),
  );
  const beforeTown = likely.filter(({ after }) => /^\s+\p{L}/u.test(after));
  return (beforeTown.at(-1) ?? likely.at(-1))?.figures ?? null;
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
