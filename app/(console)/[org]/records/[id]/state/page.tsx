import { StateSheet } from "@/components/processing-record/sheet/state-sheet";
import { loadRecord } from "@/lib/features/processing-record/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("ui.acts", "state");

export default async function RecordStatePage({ params }: PageProps) {
  const { org, id } = await params;
  return <StateSheet org={org} loaded={await loadRecord(org, id)} />;
}
