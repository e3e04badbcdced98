import { ExportSheet, type ExportSearch } from "@/components/export/export-sheet";
import { loadExport } from "@/lib/features/export/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<ExportSearch>;
};

export const generateMetadata = titled("export-page", "title");

export default async function ExportPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  return <ExportSheet org={org} register="processor" loaded={await loadExport(org)} search={search} />;
}
