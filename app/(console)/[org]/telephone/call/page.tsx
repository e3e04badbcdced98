import { getLocale, getTranslations } from "next-intl/server";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { CallForm } from "@/components/telephone/call-form";
import { FindingList } from "@/components/telephone/finding-list";
import { JudgedFacts } from "@/components/telephone/judged-facts";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { partCountries } from "@/lib/domain/campaign/country-order";
import { isFrenchPlace } from "@/lib/domain/telephone-prospecting/territories";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { loadCallJudgement } from "@/lib/features/telephone/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("telephone", "call.title");

/** Judges one call by the law of its own instant. */
export default async function CallPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { query, today, clients, isAbroad, judged } = await loadCallJudgement(org, await searchParams);
  const abroad = (await loadCountryOptions(await getLocale())).filter(({ value }) => !isFrenchPlace(value));
  const { first, others } = partCountries(abroad, { client: null, chosen: [query.territory] });
  const named = clients.map(({ id, legalName }) => ({ value: id, label: legalName }));
  const t = await getTranslations("telephone");
  return (
    <Sheet>
      <PageHead
        article={isAbroad ? undefined : t("article", { article: "L223-1" })}
        title={t("call.title")}
        lead={t(isAbroad ? "call.leadAbroad" : "call.lead")}
      />
      <TelephonePages org={org} current="call" />
      {judged && (
        <Part title={t("call.result")}>
          <FindingList org={org} judged={judged} />
          <JudgedFacts query={query} clients={named} countries={abroad} />
        </Part>
      )}
      <CallForm
        org={org}
        query={query}
        today={today}
        isAbroad={isAbroad}
        usual={first}
        others={others}
        clients={named}
      />
    </Sheet>
  );
}
