import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceForm } from "@/components/choice/choice-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadChoiceForm } from "@/lib/features/choice/loaders";
import { loadCountryOptions } from "@/lib/i18n/country-options";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("choice"))("add") };
}

export default async function NewChoicePage({ params }: PageProps) {
  const { org } = await params;
  const { controllers, today, time } = await loadChoiceForm(org);
  const t = await getTranslations("choice");
  const countries = await loadCountryOptions(await getLocale());
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("add")} lead={t("addLead")} />
      <Line>
        <Words of={["form", "choice"]}>
          <ChoiceForm org={org} today={today} now={time} controllers={controllers} countries={countries} />
        </Words>
      </Line>
    </Sheet>
  );
}
