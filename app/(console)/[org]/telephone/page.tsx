import { getLocale, getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { HouseLine } from "@/components/telephone/house-list";
import { HoursTable } from "@/components/telephone/hours-table";
import { MomentForm } from "@/components/telephone/moment-form";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { loadCallingHours } from "@/lib/features/telephone/loaders";
import type { Search } from "@/lib/forms/list-query";
import { formatInstant } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("telephone", "hours.title");

/** Shows where one may call now, until when, and the next window. */
export default async function CallingHoursPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadCallingHours(org, await searchParams);
  const [t, locale] = await Promise.all([getTranslations("telephone"), getLocale()]);
  const instant = formatInstant(loaded.at, "Africa/Casablanca", locale, { weekday: true });
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "D223-9" })}
        title={t("hours.title")}
        lead={t("hours.lead")}
      />
      <TelephonePages org={org} current="hours" />
      <Line>
        {loaded.isRefused && <p role="alert">{t("hours.badMoment")}</p>}
        <MomentForm org={org} query={loaded.query} isNow={loaded.isNow} />
        <p className="mt-3">{t("hours.seen", { instant })}</p>
      </Line>
      <Line note={t("hours.note")}>
        <HoursTable rows={loaded.rows} at={loaded.at} />
        <p className="muted mt-2 prose-line">{t("hours.exceptions")}</p>
        <HouseLine org={org} house={loaded.house} />
      </Line>
    </Sheet>
  );
}
