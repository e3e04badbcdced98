import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceForm } from "@/components/choice/choice-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadChoiceForm } from "@/lib/features/choice/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("choice", "add");

export default async function NewChoicePage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { controllers, act, today, time } = await loadChoiceForm(org, await searchParams);
  const t = await getTranslations("choice");
  const countries = await loadCountryOptions(await getLocale());
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("add")} lead={t("addLead")} />
      <Line>
        <Words of={["form", "choice"]}>
          <ChoiceForm {...{ org, act, today, controllers, countries }} now={time} />
        </Words>
      </Line>
    </Sheet>
  );
}
