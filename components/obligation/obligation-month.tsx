import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Day } from "@/components/ui/deadline";
import { Status, type StatusKind } from "@/components/ui/status";
import type { Horizon } from "@/lib/domain/obligation/due";
import type { Listed } from "@/lib/domain/obligation/list";
import { type MonthDay, SHOWN_OF_DAY as SHOWN } from "@/lib/domain/obligation/month";
import { obligationKey } from "@/lib/domain/obligation/rules";
import { CALENDAR_WORDS } from "@/lib/i18n/calendar-words";
import { formatDay } from "@/lib/i18n/format";
import { actOf, subjectOf } from "@/lib/i18n/obligation-words";

const STATUS: Partial<Record<Horizon, StatusKind>> = {
  burning: "late",
  late: "late",
  today: "warn",
  done: "ok",
};

type MonthProps = { org: string; weeks: readonly MonthDay[][]; today: string; caption: string };

/** A table: its days are reached by the keyboard as links, and read in order by a screen reader. */
export function ObligationMonth({ org, weeks, today, caption }: MonthProps) {
  const locale = useLocale();
  const { weekdays } = CALENDAR_WORDS[locale];
  return (
    <table className="calendar">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <DayCell key={day.day} org={org} of={day} isToday={day.day === today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ org, of, isToday }: { org: string; of: MonthDay; isToday: boolean }) {
  const t = useTranslations("obligation");
  const { day, isInMonth, entries, count } = of;
  const left = count - SHOWN;
  return (
    <td
      className={classNames(!isInMonth && "beside", entries.length === 0 && !isToday && "empty")}
      aria-current={isToday ? "date" : undefined}
    >
      <DayNumber day={day} />
      <ul>
        {entries.slice(0, SHOWN).map((entry) => (
          <Entry key={`${obligationKey(entry)} ${entry.doneAt}`} org={org} of={entry} />
        ))}
        {left > 0 && (
          <li>
            <Link
              href={`/${org}/obligations/calendar?month=${day.slice(0, 7)}&day=${day}#day`}
              prefetch={false}
            >
              {t("calendar.more", { count: left })}
            </Link>
          </li>
        )}
      </ul>
    </td>
  );
}

function DayNumber({ day }: { day: string }) {
  const locale = useLocale();
  return (
    <time dateTime={day}>
      <b className="on-wide">{Number(day.slice(8))}</b>
      <b className="on-narrow">
        <Day text={formatDay(day, locale, { weekday: true })} />
      </b>
    </time>
  );
}

function Entry({ org, of }: { org: string; of: Listed }) {
  const t = useTranslations("obligation");
  const locale = useLocale();
  const kind = STATUS[of.horizon];
  return (
    <li>
      <Link href={`/${org}${of.path}`} prefetch={false} className="quiet">
        <bdi>{subjectOf(t, of, locale)}</bdi>
        <br />
        {actOf(t, of.kind)}
      </Link>
      {kind && (
        <>
          {" "}
          <Status kind={kind}>{t(`horizons.${of.horizon}`)}</Status>
        </>
      )}
    </li>
  );
}
