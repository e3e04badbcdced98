import { ChevronLeft, ChevronRight } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ObligationList } from "@/components/obligation/obligation-list";
import { ObligationMonth } from "@/components/obligation/obligation-month";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Button, LinkButton } from "@/components/ui/button";
import { Day } from "@/components/ui/deadline";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import { addToMonth } from "@/lib/domain/obligation/month";
import { loadObligationMonth } from "@/lib/features/obligation/loaders";
import { formatDay, formatPartialDate } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("obligation.calendar", "title");

export default async function ObligationCalendarPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const of = await loadObligationMonth(org, search);
  const [t, locale] = await Promise.all([getTranslations("obligation"), getLocale()]);
  const month = formatPartialDate({ value: of.month, text: "" }, locale);
  return (
    <Sheet>
      <PageHead
        note={t("calendar.note")}
        title={t("calendar.title")}
        lead={t("calendar.lead", { month, count: of.count })}
      />
      <Line>
        <MonthNavigation org={org} month={of.month} />
        <ObligationMonth org={org} {...of} caption={t("calendar.table", { month })} />
      </Line>
      {of.day && (
        <>
          <Line>
            <h2 id="day" tabIndex={-1}>
              <Day text={formatDay(of.day, locale, { weekday: true, long: true })} />
            </h2>
          </Line>
          <ObligationList org={org} rows={of.ofDay} now={of.now} />
        </>
      )}
    </Sheet>
  );
}

async function MonthNavigation({ org, month }: { org: string; month: string }) {
  const t = await getTranslations("obligation.calendar");
  const hrefOf = (months: number) => `/${org}/obligations/calendar?month=${addToMonth(month, months)}`;
  return (
    <div className="flex flex-wrap items-end justify-between gap-3 pb-3">
      <nav className="flex gap-2" aria-label={t("title")}>
        <LinkButton tone="bare" href={hrefOf(-1)} rel="prev">
          <Icon of={ChevronLeft} flip />
          {t("previous")}
        </LinkButton>
        <LinkButton tone="bare" href={`/${org}/obligations/calendar`}>
          {t("today")}
        </LinkButton>
        <LinkButton tone="bare" href={hrefOf(1)} rel="next">
          {t("next")}
          <Icon of={ChevronRight} flip />
        </LinkButton>
      </nav>
      <form key={month} method="get" className="flex items-end gap-3">
        <TextInput
          type="month"
          name="month"
          label={t("jump")}
          defaultValue={month}
          pattern="\d{4}-\d{2}"
          narrow
          required
        />
        <Button type="submit">{t("go")}</Button>
      </form>
    </div>
  );
}
