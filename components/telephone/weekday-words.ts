import { useLocale, useTranslations } from "next-intl";
import { CALENDAR_WORDS } from "@/lib/i18n/calendar-words";
import { formatList } from "@/lib/i18n/format";

type Hours = { from: string; until: string };

/** Says the hours of days of the week; those that are alike are said together, in the order of their first day. */
export function useWeekdayWords() {
  const t = useTranslations("telephone.house.rules");
  const locale = useLocale();
  const nameOf = (day: number) => CALENDAR_WORDS[locale].weekdays[day - 1] ?? "";
  const hoursWords = (rows: readonly (Hours & { day: number })[]): string => {
    const sorted = rows.toSorted((a, b) => a.day - b.day || a.from.localeCompare(b.from));
    const days = new Map<string, Set<string>>();
    for (const { day, from, until } of sorted) {
      const key = `${from} ${until}`;
      days.set(key, (days.get(key) ?? new Set()).add(nameOf(day)));
    }
    const said = [...days].map(([key, names]) => {
      const [from = "", until = ""] = key.split(" ");
      return t("weekday", { days: formatList([...names], locale), from, until });
    });
    return formatList(said, locale);
  };
  return { nameOf, hoursWords };
}
