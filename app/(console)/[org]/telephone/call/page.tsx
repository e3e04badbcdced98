import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { CallForm } from "@/components/telephone/call-form";
import { FindingList } from "@/components/telephone/finding-list";
import { TelephoneTabs } from "@/components/telephone/telephone-tabs";
import { loadCallJudgement } from "@/lib/features/telephone/loaders";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("telephone"))("call.title") };
}

/** Judges one call by the law of its own instant. */
export default async function CallPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { query, today, judged } = await loadCallJudgement(org, await searchParams);
  const t = await getTranslations("telephone");
  return (
    <Sheet>
      <PageHead article={t("article", { article: "L223-1" })} title={t("call.title")} lead={t("call.lead")} />
      <TelephoneTabs org={org} current="call" />
      {judged && (
        <Part title={t("call.result")}>
          <FindingList org={org} judged={judged} />
        </Part>
      )}
      <CallForm org={org} query={query} today={today} />
    </Sheet>
  );
}
