import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthorisationForm } from "@/components/choice/authorisation-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadAuthorisationForm } from "@/lib/features/choice/loaders";
import type { Search } from "@/lib/forms/list-query";
import { loadCountryOptions } from "@/lib/i18n/country-options";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("choice"))("authorisation.add") };
}

export default async function AuthorisePage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { choice, today } = await loadAuthorisationForm(org, await searchParams);
  const t = await getTranslations("choice.authorisation");
  const countries = await loadCountryOptions(await getLocale());
  return (
    <Sheet>
      <PageHead
        article={t("article")}
        title={t("add")}
        lead={t("lead", { controller: choice.controller.legalName })}
      />
      <Line>
        <Words of={["form", "choice", "minor"]}>
          <AuthorisationForm {...{ org, choice, today, countries }} />
        </Words>
      </Line>
    </Sheet>
  );
}
