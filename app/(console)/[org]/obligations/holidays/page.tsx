import { getTranslations } from "next-intl/server";
import { HolidayPart } from "@/components/holiday/holiday-part";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { Search } from "@/lib/forms/list-query";
import { loadHolidays } from "@/lib/features/holiday/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("holiday", "title.page");

/** Moving holidays of Morocco, proposed by the calendar and confirmed from their announcement. */
export default async function HolidaysPage({ params, searchParams }: PageProps) {
  const [{ org }, { of: open }] = await Promise.all([params, searchParams]);
  const { feasts, ...loaded } = await loadHolidays(org);
  const t = await getTranslations("holiday");
  return (
    <Sheet>
      <PageHead
        note={t("decree")}
        title={t("title.page")}
        lead={t("lead")}
        actions={<LinkButton href={`/${org}/obligations`}>{t("back")}</LinkButton>}
      />
      {feasts.map((of) => (
        <HolidayPart
          key={`${of.feast} ${of.year}`}
          org={org}
          of={of}
          isOpen={open === `${of.feast}-${of.year}`}
          {...loaded}
        />
      ))}
    </Sheet>
  );
}
