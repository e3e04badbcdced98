import { RecordHistory } from "@/components/processing-record/history/record-history";
import { loadHistory } from "@/lib/features/processing-record/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export const generateMetadata = titled("history", "title");

export default async function RecordHistoryPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const before = String((await searchParams).before ?? "");
  return <RecordHistory org={org} history={await loadHistory(org, id, { before })} />;
}
