import type { Metadata } from "next";
import { RecordSheet } from "@/components/processing-record/sheet/record-sheet";
import { RecordAsOf } from "@/components/processing-record/history/record-as-of";
import { titleAsOf } from "@/components/processing-record/list/title-as-of";
import { loadRecord, loadRecordAsOf } from "@/lib/features/processing-record/loaders";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<{ on?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  const on = String((await searchParams).on ?? "");
  if (on === "") {
    const { record } = await loadRecord(org, id, "controller");
    return { title: thingTitle(record.reference, record.content.activity) };
  }
  const { reference, asOf } = await loadRecordAsOf(org, id, on, "controller");
  return { title: await titleAsOf(reference, asOf) };
}

/** Sections follow the order of article 30(1). */
export default async function OwnRecordPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const on = String((await searchParams).on ?? "");
  if (on === "") {
    const above = <DisputedSheet org={org} noun="processing-record" id={id} />;
    const below = <RowNotes org={org} noun="processing-record" id={id} />;
    return (
      <RecordSheet org={org} loaded={await loadRecord(org, id, "controller")} above={above} below={below} />
    );
  }
  const then = await loadRecordAsOf(org, id, on, "controller");
  return <RecordAsOf place={{ org, id, capacity: "controller" }} then={then} />;
}
