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

/** Asks for the day again; substitutes no other. */
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
        hidden={readFilters(query)}
      />
      <p className="mt-4">
        <LinkButton tone="bare" href={todayHref(place, query)}>
          {t("today")}
        </LinkButton>
      </p>
    </Line>
  );
}

/** Covers a day before the registers began and one before the first entry. */
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

export function isBeforeAll({ asOf, begins }: Listed): boolean {
  return asOf !== null && begins !== null && asOf.day < begins;
}

/** Omits the page: a new day begins at the first. */
export function readFilters({
  on: _on,
  after: _after,
  panel: _panel,
  ...hidden
}: Listed["query"]): Record<string, string> {
  return {
    ...hidden,
    view: hidden.view === "all" ? "" : hidden.view,
    sort: hidden.sort === "reference" ? "" : hidden.sort,
  };
}
