import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsultationTable } from "@/components/consultation/consultation-table";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { TelephoneTabs } from "@/components/telephone/telephone-tabs";
import { LinkButton } from "@/components/ui/button";
import { loadConsultations } from "@/lib/features/consultation/loaders";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultation"))("list.title") };
}

const VIEWS = ["all", "draft", "open", "closed", "revoked"] as const;

export default async function ConsultationsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadConsultations(org, await searchParams);
  const t = await getTranslations("consultation");
  const path = `/${org}/telephone/consultations`;
  const act = list.mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`${path}/new`}>
      {t("new.act")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead article={t("articles.list")} title={t("list.title")} lead={t("list.lead")} actions={act} />
      <TelephoneTabs org={org} current="consultations" />
      <ListFrame
        noun="consultation"
        path={path}
        views={VIEWS}
        list={list}
        empty={<ListEmpty noun="consultation" path={path} query={list.query} act={null} />}
      >
        <Words of={["consultation"]}>
          <ConsultationTable org={org} rows={list.rows} />
        </Words>
      </ListFrame>
    </Sheet>
  );
}
