import { Plus } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CollectionTable } from "@/components/choice/collection-table";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadCollections } from "@/lib/features/choice/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("choice", "consents.title");

export default async function ConsentsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { rows, next, mayRecord } = await loadCollections(org, await searchParams);
  const t = await getTranslations("choice.consents");
  const act = mayRecord && (
    <LinkButton tone="go" icon={Plus} href={`/${org}/telephone/consents/new`}>
      {t("add")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("title")} lead={t("lead")} actions={act} />
      <TelephonePages org={org} current="consents" />
      <Line>
        {rows.length === 0 ? (
          <Empty title={t("empty")}>{t("emptyText")}</Empty>
        ) : (
          <CollectionTable org={org} rows={rows} />
        )}
      </Line>
      {next !== null && (
        <Line>
          <Link href={`/${org}/telephone/consents?from=${next}`}>{t("older")}</Link>
        </Line>
      )}
    </Sheet>
  );
}
