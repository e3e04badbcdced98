import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditTable } from "@/components/audit/audit-table";
import { loadAuditSection } from "@/lib/features/audit/loaders";
import type { Search } from "@/lib/forms/list-query";
import { formatDay } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ grant: string; section: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { section } = await params;
  const t = await getTranslations("dossier-file.sections");
  return t.has(section) ? { title: t(section) } : {};
}

export default async function AuditSectionPage({ params, searchParams }: PageProps) {
  const { grant, section } = await params;
  const audit = await loadAuditSection(grant, section, await searchParams);
  return <AuditTable audit={audit} day={formatDay(audit.asOf, await getLocale())} />;
}
