import { ConsultationTable } from "@/components/consultation/consultation-table";
import { PeriodListPage } from "@/components/telephone/period-list-page";
import { loadConsultations } from "@/lib/features/consultation/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../../disputed-rows";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("consultation", "list.title");

const VIEWS = ["all", "draft", "open", "closed", "revoked"] as const;

export default async function ConsultationsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadConsultations(org, await searchParams);
  return (
    <PeriodListPage org={org} noun="consultation" views={VIEWS} list={list}>
      <DisputedRows org={org} noun="consultation" rows={list.rows} nameOf={({ title }) => title} />
      <ConsultationTable org={org} rows={list.rows} />
    </PeriodListPage>
  );
}
