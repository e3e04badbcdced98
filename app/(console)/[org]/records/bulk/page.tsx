import { getLocale } from "next-intl/server";
import { BulkSheet } from "@/components/processing-record/bulk/bulk-sheet";
import type { Search } from "@/lib/forms/list-query";
import { loadMeasurePick } from "@/lib/features/measure/loaders";
import { loadBulk } from "@/lib/features/processing-record/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("bulk", "page");

export default async function BulkPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const preview = await loadBulk(org, await searchParams, "processor");
  const pick = preview.act === "measures" ? await loadMeasurePick(org, [], await getLocale()) : undefined;
  return <BulkSheet org={org} preview={preview} pick={pick} />;
}
