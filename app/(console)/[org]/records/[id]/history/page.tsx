import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordHistory } from "@/components/processing-record/history/record-history";
import { loadHistory } from "@/lib/features/processing-record/loaders";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

export default async function RecordHistoryPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const before = String((await searchParams).before ?? "");
  return <RecordHistory org={org} history={await loadHistory(org, id, { before })} />;
}
