import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CollectionTable } from "@/components/choice/collection-table";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { TelephoneTabs } from "@/components/telephone/telephone-tabs";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadCollections } from "@/lib/features/choice/loaders";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("choice"))("consents.title") };
}

export default async function ConsentsPage({ params }: PageProps) {
  const { org } = await params;
  const { rows, mayRecord } = await loadCollections(org);
  const t = await getTranslations("choice.consents");
  const act = mayRecord && (
    <LinkButton tone="go" icon={Plus} href={`/${org}/telephone/consents/new`}>
      {t("add")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("title")} lead={t("lead")} actions={act} />
      <TelephoneTabs org={org} current="consents" />
      <Line>
        {rows.length === 0 ? (
          <Empty title={t("empty")}>{t("emptyText")}</Empty>
        ) : (
          <CollectionTable org={org} rows={rows} />
        )}
      </Line>
    </Sheet>
  );
}
