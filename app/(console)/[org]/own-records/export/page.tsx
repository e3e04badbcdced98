import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportSheet, type ExportSearch } from "@/components/export/export-sheet";
import { loadExport } from "@/lib/features/export/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<ExportSearch>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("export-page"))("title") };
}

export default async function OwnExportPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = [await params, await searchParams];
  return <ExportSheet org={org} register="controller" loaded={await loadExport(org)} search={search} />;
}
