import { useLocale, useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { loadRecords } from "@/lib/features/processing-record/loaders";
import { formatDay } from "@/lib/i18n/format";
import { AsOfForm } from "@/components/processing-record/history/as-of-form";
import { todayHref, type ListPlace } from "./list-address";

type Listed = Awaited<ReturnType<typeof loadRecords>>;

/** Asked for again, with the reason beside the field: no other day is shown in its place. */
export function DayRefused({ place, list }: { place: ListPlace; list: Listed }) {
  const t = useTranslations("history.asOf");
  const { query, onRefused, today } = list;
  return (
    <Line>
      <AsOfForm
        action={registerHref(place.org, place.capacity)}
        of="register"
        on={query.on}
        refused={onRefused}
        today={today}
        kept={readFilters(query)}
      />
      <p className="mt-4">
        <LinkButton tone="bare" href={todayHref(place, query)}>
          {t("today")}
        </LinkButton>
      </p>
    </Line>
  );
}

/** A day before the registers began, or one on which nothing was written yet. */
export function NothingAsOf({ href, list }: { href: string; list: Listed }) {
  const t = useTranslations("history.asOf");
  const locale = useLocale();
  const { begins } = list;
  const why = isBeforeAll(list) ? "before" : "nothing";
  return (
    <Line>
      <Empty title={t(`${why}.title`)} actions={<LinkButton href={href}>{t("today")}</LinkButton>}>
        {t(`${why}.text`, { day: begins ? formatDay(begins, locale) : "" })}
      </Empty>
    </Line>
  );
}

/** True for a day before the registers of the organisation began. */
export function isBeforeAll({ asOf, begins }: Listed): boolean {
  return asOf !== null && begins !== null && asOf.day < begins;
}

/** What a form for the day keeps of the address; it begins again at the first page. */
export function readFilters({
  on: _on,
  after: _after,
  panel: _panel,
  ...kept
}: Listed["query"]): Record<string, string> {
  return {
    ...kept,
    view: kept.view === "all" ? "" : kept.view,
    sort: kept.sort === "reference" ? "" : kept.sort,
  };
}
