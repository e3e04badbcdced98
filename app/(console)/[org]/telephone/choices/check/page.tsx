import { getLocale, getTranslations } from "next-intl/server";
import { CheckList } from "@/components/choice/check-list";
import { ListCheckForm } from "@/components/choice/list-check-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadListCheck } from "@/lib/features/choice/loaders";
import type { Search } from "@/lib/forms/list-query";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("choice", "check.title");

/** Checks a list of numbers against the choices; the list itself is not stored. */
export default async function ListCheckPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { controllers, campaigns, checks, query, today } = await loadListCheck(org, await searchParams);
  const t = await getTranslations("choice.check");
  const countries = await loadCountryOptions(await getLocale());
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("title")} lead={t("lead")} />
      <Line>
        <Words of={["form", "choice"]}>
          <ListCheckForm
            key={JSON.stringify(query)}
            {...{ org, query, today, controllers, countries, campaigns }}
          />
        </Words>
      </Line>
      <Part id="checks" title={t("checks")}>
        <CheckList checks={checks} current={query.check} countries={countries} />
      </Part>
    </Sheet>
  );
}
