import { Hand } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { RequestTable } from "@/components/rights-request/request-table";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { loadRequests } from "@/lib/features/rights-request/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("rights-request", "list.title");

/** Lists what people ask of controllers through their processor, article 28(3)(e). */
export default async function RightsRequestsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadRequests(org, await searchParams);
  const t = await getTranslations("rights-request");
  const path = `/${org}/rights-requests`;
  const act = list.mayWrite && (
    <LinkButton tone="go" icon={Hand} href={`${path}/new`}>
      {t("receive.title")}
    </LinkButton>
  );
  const isNarrowed = [
    ...[list.query.right, list.query.controller, list.query.month, list.query.timeliness],
  ].some(Boolean);
  return (
    <Sheet>
      <PageHead article={t("list.article")} title={t("list.title")} lead={t("list.lead")} actions={act}>
        <p>
          <Link href={`${path}/figures`} prefetch={false}>
            {t("figures.title")}
          </Link>{" "}
          ·{" "}
          <Link href={`${path}/retention`} prefetch={false}>
            {t("retention.title")}
          </Link>
        </p>
        {isNarrowed && (
          <p>
            {t("list.narrowed")} <Link href={path}>{t("list.whole")}</Link>
          </p>
        )}
      </PageHead>
      <DisputedRows org={org} noun="rights-request" rows={list.rows} nameOf={({ reference }) => reference} />
      <SavedViews org={org} list="rights-requests" query={list.query} defaults={{ view: list.views[0] }} />
      <ListFrame
        noun="rights-request"
        path={path}
        views={list.views}
        list={list}
        empty={<ListEmpty noun="rights-request" path={path} query={list.query} act={act} />}
      >
        <RequestTable org={org} rows={list.rows} />
      </ListFrame>
    </Sheet>
  );
}
