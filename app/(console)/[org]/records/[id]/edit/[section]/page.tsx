import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { SectionSheet } from "@/components/processing-record/sheet/section-sheet";
import { isSectionOf } from "@/lib/domain/processing-record/sections";
import { loadMeasurePick } from "@/lib/features/measure/loaders";
import { loadLinkPick, loadRecord, loadSubProcessorPick } from "@/lib/features/processing-record/loaders";

type PageProps = { params: Promise<{ org: string; id: string; section: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { section } = await params;
  const isSection = isSectionOf("processor", section);
  return isSection ? { title: (await getTranslations("record.sections"))(section) } : {};
}

export default async function EditSectionPage({ params }: PageProps) {
  const { org, id, section } = await params;
  if (!isSectionOf("processor", section)) notFound();
  const loaded = await loadRecord(org, id);
  const countries = (await getMessages()).countries as Record<string, string>;
  const measures =
    section === "security"
      ? await loadMeasurePick(org, loaded.record.content.measureIds, await getLocale())
      : undefined;
  const subProcessors = section === "additional" ? await loadSubProcessorPick(org, id) : undefined;
  const names = section === "additional" || section === "transfers";
  const links = names ? await loadLinkPick(org, id) : undefined;
  return <SectionSheet {...{ org, section, loaded, countries, measures, subProcessors, links }} />;
}
