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
/** The city whose clock is meant, in French, English and Arabic. */
const CITY_NAMES: Record<Zone, readonly [fr: string, en: string, ar: string]> = {
  "Africa/Casablanca": ["Casablanca", "Casablanca", "الدار البيضاء"],
  "Europe/Paris": ["Paris", "Paris", "باريس"],
  "Europe/Amsterdam": ["Amsterdam", "Amsterdam", "أمستردام"],
  "Europe/Athens": ["Athènes", "Athens", "أثينا"],
  "Europe/Berlin": ["Berlin", "Berlin", "برلين"],
  "Europe/Bratislava": ["Bratislava", "Bratislava", "براتيسلافا"],
  "Europe/Brussels": ["Bruxelles", "Brussels", "بروكسل"],
  "Europe/Bucharest": ["Bucarest", "Bucharest", "بوخارست"],
  "Europe/Budapest": ["Budapest", "Budapest", "بودابست"],
  "Europe/Copenhagen": ["Copenhague", "Copenhagen", "كوبنهاغن"],
  "Europe/Dublin": ["Dublin", "Dublin", "دبلن"],
  "Europe/Helsinki": ["Helsinki", "Helsinki", "هلسنكي"],
  "Europe/Lisbon": ["Lisbonne", "Lisbon", "لشبونة"],
  "Europe/Ljubljana": ["Ljubljana", "Ljubljana", "ليوبليانا"],
  "Europe/London": ["Londres", "London", "لندن"],
  "Europe/Luxembourg": ["Luxembourg", "Luxembourg", "لوكسمبورغ"],
  "Europe/Madrid": ["Madrid", "Madrid", "مدريد"],
  "Europe/Malta": ["Malte", "Malta", "مالطا"],
  "Europe/Monaco": ["Monaco", "Monaco", "موناكو"],
  "Europe/Oslo": ["Oslo", "Oslo", "أوسلو"],
  "Europe/Prague": ["Prague", "Prague", "براغ"],
  "Europe/Riga": ["Riga", "Riga", "ريغا"],
  "Europe/Rome": ["Rome", "Rome", "روما"],
  "Europe/Sofia": ["Sofia", "Sofia", "صوفيا"],
  "Europe/Stockholm": ["Stockholm", "Stockholm", "ستوكهولم"],
  "Europe/Tallinn": ["Tallinn", "Tallinn", "تالين"],
  "Europe/Vaduz": ["Vaduz", "Vaduz", "فادوز"],
  "Europe/Vienna": ["Vienne", "Vienna", "فيينا"],
  "Europe/Vilnius": ["Vilnius", "Vilnius", "فيلنيوس"],
  "Europe/Warsaw": ["Varsovie", "Warsaw", "وارسو"],
  "Europe/Zagreb": ["Zagreb", "Zagreb", "زغرب"],
  "Europe/Zurich": ["Zurich", "Zurich", "زيورخ"],
  "Asia/Nicosia": ["Nicosie", "Nicosia", "نيقوسيا"],
  "Atlantic/Reykjavik": ["Reykjavik", "Reykjavik", "ريكيافيك"],
  "Africa/Abidjan": ["Abidjan", "Abidjan", "أبيدجان"],
  "Africa/Algiers": ["Alger", "Algiers", "الجزائر العاصمة"],
  "Africa/Dakar": ["Dakar", "Dakar", "داكار"],
  "Africa/Tunis": ["Tunis", "Tunis", "تونس العاصمة"],
  "America/Edmonton": ["Edmonton", "Edmonton", "إدمونتون"],
  "America/Halifax": ["Halifax", "Halifax", "هاليفاكس"],
  "America/Toronto": ["Toronto et Montréal", "Toronto and Montreal", "تورونتو ومونتريال"],
  "America/Vancouver": ["Vancouver", "Vancouver", "فانكوفر"],
  "America/Miquelon": ["Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon", "سان بيير وميكلون"],
  "America/Guadeloupe": ["Guadeloupe", "Guadeloupe", "غوادلوب"],
  "America/Martinique": ["Martinique", "Martinique", "مارتينيك"],
  "America/Cayenne": ["Cayenne", "Cayenne", "كايين"],
  "Indian/Reunion": ["La Réunion", "Réunion", "لا ريونيون"],
  "Indian/Mayotte": ["Mayotte", "Mayotte", "مايوت"],
  "Pacific/Noumea": ["Nouméa", "Nouméa", "نوميا"],
  "Pacific/Gambier": ["îles Gambier", "Gambier Islands", "جزر غامبييه"],
  "Pacific/Marquesas": ["îles Marquises", "Marquesas Islands", "جزر ماركيز"],
  "Pacific/Tahiti": ["Tahiti", "Tahiti", "تاهيتي"],
  "Pacific/Wallis": ["Wallis", "Wallis", "واليس"],
};

const COLUMN: Record<Locale, 0 | 1 | 2> = { fr: 0, en: 1, ar: 2 };

export function cityName(zone: Zone, locale: Locale): string {
  return CITY_NAMES[zone][COLUMN[locale]];
}

function split(words: string): readonly string[] {
  return words.split(" ");
}
