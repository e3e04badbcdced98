import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { TransferTable } from "@/components/transfer/transfer-table";
import { ListEmpty, ListFrame } from "@/components/shell/list-frame";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import type { Search } from "@/lib/forms/list-query";
import { loadTransfers } from "@/lib/features/transfer/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};
type List = Awaited<ReturnType<typeof loadTransfers>>;

export const generateMetadata = titled("transfer", "list.title");

const VIEWS = ["all", "gaps", "review", "ended"] as const;

/** Transfers outside the EEA, chapter V. */
export default async function TransfersPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadTransfers(org, await searchParams);
  const t = await getTranslations("transfer");
  const path = `/${org}/transfers`;
  const act = list.mayWrite && (
    <LinkButton tone="go" icon={Plus} href={`${path}/new`}>
      {t("new.act")}
    </LinkButton>
  );
  const first = list.query.view === "all" && act;
  return (
    <Sheet>
      <PageHead
        note={<b>{t("articles.list")}</b>}
        title={t("list.title")}
        lead={t("list.lead")}
        actions={act}
      />
      <DisputedRows org={org} noun="transfer" rows={list.rows} nameOf={({ reference }) => reference} />
      <SavedViews org={org} list="transfers" query={list.query} defaults={{ view: VIEWS[0] }} />
      <ListFrame
        noun="transfer"
        path={path}
        views={VIEWS}
        list={list}
        empty={<ListEmpty noun="transfer" path={path} query={list.query} act={first} />}
      >
        <TransferRows org={org} list={list} />
      </ListFrame>
    </Sheet>
  );
}

async function TransferRows({ org, list }: { org: string; list: List }) {
  const countries = await getTranslations("countries");
  const named = list.rows.map((row) => ({
    ...row,
    countryName: row.country ? countries(row.country) : "",
  }));
  return (
    <Words of={["transfer", "transfer-gaps"]}>
      <TransferTable org={org} rows={named} />
    </Words>
  );
}
