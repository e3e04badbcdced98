import { useLocale, useTranslations } from "next-intl";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { EARLY_RULES, LAWFUL } from "@/lib/domain/telephone-prospecting/tightening";
import { useWeekdayWords } from "./weekday-words";

/** Fields that two people may both have set; the reason is each saving's own. */
export const HOUSE_NAMES = [
  ...[
    "attempts",
    "opensAt",
    "closesAt",
    "weekdays",
    "consentMonths",
    "closesLocalHolidays",
    "closedDays",
    "early",
  ],
] as const;

type TypedHours = Record<"day" | "from" | "until", unknown>;

/** Row of a day as a form or the register has it; an end that is left out is the law's. */
function typedHours({ day, from, until }: Partial<TypedHours>) {
  return {
    day: Number(day),
    from: String(from || LAWFUL.opensAt),
    until: String(until || LAWFUL.closesAt),
  };
}

/** Labels of the house's rules, and their values in words. */
export function useHouseWords() {
  const t = useTranslations("telephone");
  const locale = useLocale();
  const { hoursWords } = useWeekdayWords();
  const nameDay = (day: string) => (isCalendarDay(day) ? formatDay(day, locale) : day);
  const nameRule = ({ rule: id = "", from = "" }: { rule?: string; from?: string }) => {
    const rule = EARLY_RULES.find((one) => one === id);
    return joinParts([rule ? `${rule} ${t(`rules.${rule}.title`)}` : id, nameDay(from)], locale);
  };
  const read = (name: string, value: unknown): string => {
    switch (name) {
      case "closesLocalHolidays":
        return t(String(value) === "true" ? "call.options.answer.yes" : "call.options.answer.no");
      case "closedDays":
        return joinParts(
          String(value ?? "")
            .split(/\r?\n/)
            .map(nameDay),
          locale,
        );
      case "weekdays":
        return hoursWords([value ?? []].flat().map((row) => typedHours((row ?? {}) as Partial<TypedHours>)));
      case "early":
        return [value]
          .flat()
          .map((row) => nameRule((row ?? {}) as object))
          .join("\n")
          .trim();
      default:
        return value === undefined || value === null ? "" : String(value);
    }
  };
  const labels: Readonly<Record<string, string>> = Object.fromEntries(
    HOUSE_NAMES.map((name) => [name, t(`fields.${name}` as never)]),
  );
  return { labels, read };
}
