import type { Metadata } from "next";
import { RecordSheet } from "@/components/processing-record/record-sheet";
import { loadRecord } from "@/lib/features/processing-record/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  const { record } = await loadRecord(org, id, "controller");
  return { title: record.reference };
}

/** One entry of the company's own register, section by section in the order of article 30(1). */
export default async function OwnRecordPage({ params }: PageProps) {
  const { org, id } = await params;
  return <RecordSheet org={org} loaded={await loadRecord(org, id, "controller")} />;
}
