import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import type { loadHolidays } from "@/lib/features/holiday/loaders";
import { formatDay, formatInstant, formatList } from "@/lib/i18n/format";
import { HolidayForm } from "./holiday-form";
import { TakeBackForm } from "./take-back-form";

type Loaded = Awaited<ReturnType<typeof loadHolidays>>;

type HolidayPartProps = { org: string; of: Loaded["feasts"][number]; isOpen: boolean } & Pick<
  Loaded,
  "today" | "mayConfirm"
>;

/**
 * Shows one feast of a year: confirmed only by an announcement that was recorded. The form stands in the one that is open:
 * controls of several forms would share their names.
 */
export function HolidayPart({ org, of, isOpen, today, mayConfirm }: HolidayPartProps) {
  const t = useTranslations("holiday");
  const locale = useLocale();
  const listed = (days: readonly string[]) =>
    formatList(
      days.map((day) => formatDay(day, locale, { weekday: true })),
      locale,
    );
  const [last, ...earlier] = of.announcements;
  const key = `${of.feast}-${of.year}`;
  const act = mayConfirm && !isOpen && (
    <LinkButton tone="bare" href={`/${org}/obligations/holidays?of=${key}#${key}`}>
      {t(last ? "correctTitle" : "confirmTitle")}
    </LinkButton>
  );
  return (
    <Part
      id={key}
      title={t("title.of", { feast: t(`feasts.${of.feast}`), year: String(of.year) })}
      aside={act}
    >
      <p className="pt-3">
        {last?.isConfirmed ? (
          <Status kind="ok">{t("confirmed")}</Status>
        ) : (
          <Status kind="warn">{t("proposed")}</Status>
        )}{" "}
        {listed(last?.isConfirmed ? last.days : of.proposed)}
        {!last?.isConfirmed && <span className="muted"> {t("within")}</span>}
      </p>
      {last?.isConfirmed && <p className="muted">{t("source", sourceOf(last, locale))}</p>}
      {(last?.isConfirmed ? earlier : of.announcements).map((one) => (
        <p key={one.id} className="muted">
          {one.days.length === 0
            ? t("takenBack", sourceOf(one, locale))
            : `${t("before", { days: listed(one.days) })} ${t("source", sourceOf(one, locale))}`}
          {one === last && one.days.length > 0 && ` ${t("provisional")}`}
        </p>
      ))}
      {mayConfirm && isOpen && (
        <Words of={["form", "holiday"]}>
          <HolidayForm org={org} of={of} today={today} />
          {last && last.days.length > 0 && (
            <TakeBackForm org={org} feast={of.feast} year={of.year} seen={last.id} />
          )}
        </Words>
      )}
    </Part>
  );
}

type Announcement = HolidayPartProps["of"]["announcements"][number];

function sourceOf(
  { announcedOn, announcer, recordedAt, authorName }: Announcement,
  locale: ReturnType<typeof useLocale>,
) {
  return {
    announcer,
    day: formatDay(announcedOn, locale),
    name: authorName,
    at: formatInstant(recordedAt, "Africa/Casablanca", locale),
  };
}
