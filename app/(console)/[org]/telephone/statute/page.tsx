import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { HouseList } from "@/components/telephone/house-list";
import { StatuteDaysForm } from "@/components/telephone/statute-days-form";
import { StatuteParts } from "@/components/telephone/statute-table";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { loadStatute } from "@/lib/features/telephone/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("telephone", "statute.title");

/** Rules on two days side by side, for a lawyer to check. */
export default async function StatutePage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { on, beside, isRefused, rules, house } = await loadStatute(org, await searchParams);
  const t = await getTranslations("telephone");
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "L223-1" })}
        title={t("statute.title")}
        lead={t("statute.lead")}
      />
      <TelephonePages org={org} current="statute" />
      <Line>
        {isRefused && <p role="alert">{t("statute.badDay")}</p>}
        <StatuteDaysForm org={org} on={on} beside={beside} />
        <p className="mt-3">
          {t("statute.changes", { count: rules.filter(({ isChanged }) => isChanged).length })}
        </p>
        <p className="muted print:hidden">{t("statute.print")}</p>
      </Line>
      <StatuteParts on={on} beside={beside} rules={rules} />
      <Part id="house" title={t("house.title")}>
        <HouseList house={house} />
        <p className="mt-3 print:hidden">
          <Link href={`/${org}/telephone/house`} prefetch={false}>
            {t("house.see")}
          </Link>
        </p>
      </Part>
    </Sheet>
  );
}
