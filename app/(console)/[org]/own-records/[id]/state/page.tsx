import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StateSheet } from "@/components/processing-record/sheet/state-sheet";
import { loadRecord } from "@/lib/features/processing-record/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("record.page"))("changeState") };
}

export default async function OwnRecordStatePage({ params }: PageProps) {
  const { org, id } = await params;
  return <StateSheet org={org} loaded={await loadRecord(org, id, "controller")} />;
}
