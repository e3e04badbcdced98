import type { Zone } from "@/lib/domain/time/zones";
import type { Locale } from "./locale";

/**
 * Names of months, weekdays and cities. Written out rather than asked of Intl: Node and browsers ship different
 * data (Chromium drops regional Arabic), and one text must come out on both sides. Arabic has the Moroccan months.
 */
type CalendarWords = {
  months: readonly string[];
  shortMonths: readonly string[];
  /** Monday first, as ISO 8601 counts. */
  weekdays: readonly string[];
  shortWeekdays: readonly string[];
};

const MOROCCAN_MONTHS = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "ماي",
  "يونيو",
  "يوليوز",
  "غشت",
  "شتنبر",
  "أكتوبر",
  "نونبر",
  "دجنبر",
] as const;

const ARABIC_WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"] as const;

export const CALENDAR_WORDS: Record<Locale, CalendarWords> = {
  fr: {
    months: split("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    shortMonths: split("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    weekdays: split("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    shortWeekdays: split("lun. mar. mer. jeu. ven. sam. dim."),
  },
  en: {
    months: split("January February March April May June July August September October November December"),
    shortMonths: split("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
    weekdays: split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    shortWeekdays: split("Mon Tue Wed Thu Fri Sat Sun"),
  },
  ar: {
    months: MOROCCAN_MONTHS,
    shortMonths: MOROCCAN_MONTHS,
    weekdays: ARABIC_WEEKDAYS,
    shortWeekdays: ARABIC_WEEKDAYS,
  },
};

/** The cities whose clocks are shown; a zone without a name here shows by its identifier. */
export const CITY_NAMES: Record<Locale, Partial<Record<Zone, string>>> = {
  fr: { "Africa/Casablanca": "Casablanca", "Europe/Paris": "Paris" },
  en: { "Africa/Casablanca": "Casablanca", "Europe/Paris": "Paris" },
  ar: { "Africa/Casablanca": "الدار البيضاء", "Europe/Paris": "باريس" },
};

export function cityName(zone: Zone, locale: Locale): string {
  return CITY_NAMES[locale][zone] ?? zone;
}

function split(words: string): readonly string[] {
  return words.split(" ");
}
