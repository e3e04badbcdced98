import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import {
  closesWholeWeek,
  LAWFUL,
  LAWFUL_WEEKDAYS,
  lawfulHouseHoursOn,
  type Tightening,
} from "@/lib/domain/telephone-prospecting/tightening";
import { clockOf } from "@/lib/domain/telephone-prospecting/weekday-hours";
import { formatDay, formatList } from "@/lib/i18n/format";
import { useWeekdayWords } from "./weekday-words";

/** Says in words what the house asks beyond the law. */
export function HouseList({ house }: { house: Tightening }) {
  const t = useTranslations("telephone.house");
  const lines = useHouseLines(house);
  if (lines.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line} className="border-b border-rule py-2">
          {line}
        </li>
      ))}
    </ul>
  );
}

/** Says where windows are narrower than the law's. */
export function HouseLine({ org, house }: { org: string; house: Tightening }) {
  const t = useTranslations("telephone.house");
  if (useHouseLines(house).length === 0) return null;
  return (
    <p className="muted mt-2">
      {t("applied")}{" "}
      <Link href={`/${org}/telephone/house`} prefetch={false}>
        {t("see")}
      </Link>
    </p>
  );
}

function useHouseLines(house: Tightening): string[] {
  const t = useTranslations("telephone.house");
  const locale = useLocale();
  const { attempts, opensAt, closesAt, weekdays, consentMonths, closesLocalHolidays, closedDays, early } =
    house;
  const { nameOf, hoursWords } = useWeekdayWords();
  const hours = { from: opensAt ?? LAWFUL.opensAt, until: closesAt ?? LAWFUL.closesAt };
  const days = [...new Set(weekdays.map(({ day }) => day))];
  const idle = days.filter((day) => !LAWFUL_WEEKDAYS.includes(day)).toSorted();
  return [
    attempts !== null && t("rules.attempts", { count: attempts }),
    (opensAt ?? closesAt) !== null && t("rules.hours", hours),
    weekdays.length > 0 &&
      t("rules.weekdays", {
        hours: hoursWords(
          days.flatMap((day) =>
            lawfulHouseHoursOn(house, day).map((part) => ({
              day,
              from: clockOf(part.from),
              until: clockOf(part.until),
            })),
          ),
        ),
      }),
    idle.length > 0 && t("rules.weekend", { days: formatList(idle.map(nameOf), locale) }),
    closesWholeWeek(house) && t("rules.wholeWeek"),
    consentMonths !== null && t("rules.consentMonths", { count: consentMonths }),
    closesLocalHolidays && t("rules.localHolidays"),
    closedDays.length > 0 &&
      t("rules.closedDays", {
        days: formatList(
          closedDays.map((day) => formatDay(day, locale)),
          locale,
        ),
      }),
    ...early.map(({ rule, from }) => t("rules.early", { rule, day: formatDay(from, locale) })),
  ].filter((line) => line !== false);
}
