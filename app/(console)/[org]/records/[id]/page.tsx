import type { Metadata } from "next";
import { RecordInstructions } from "@/components/instruction/record-instructions";
import { RecordSheet } from "@/components/processing-record/sheet/record-sheet";
import { RecordAsOf } from "@/components/processing-record/history/record-as-of";
import { titleAsOf } from "@/components/processing-record/list/title-as-of";
import { NightAdvice } from "@/components/night-contact/night-advice";
import { loadNightReach } from "@/lib/features/night-contact/loaders";
import { ConversationPart } from "@/components/thread/conversation-part";
import { loadRecordInstructions } from "@/lib/features/instruction/loaders";
import { loadRecord, loadRecordAsOf } from "@/lib/features/processing-record/loaders";
import { loadConversation } from "@/lib/features/thread/loaders";
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
    const { record } = await loadRecord(org, id);
    return { title: thingTitle(record.reference, record.content.activity) };
  }
  const { reference, asOf } = await loadRecordAsOf(org, id, on);
  return { title: await titleAsOf(reference, asOf) };
}

/** Sections follow the order of article 30(2). */
export default async function RecordPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const on = String((await searchParams).on ?? "");
  if (on === "") {
    const [loaded, conversation] = await Promise.all([
      loadRecord(org, id),
      loadConversation(org, "processing-record", id),
    ]);
    const relatedParts = <RelatedParts org={org} loaded={loaded} conversation={conversation} />;
    const above = <DisputedSheet org={org} noun="processing-record" id={id} />;
    const below = <RowNotes org={org} noun="processing-record" id={id} />;
    return <RecordSheet org={org} loaded={loaded} besides={relatedParts} above={above} below={below} />;
  }
  const then = await loadRecordAsOf(org, id, on);
  const besides = then.loaded && <Instructions org={org} loaded={then.loaded} />;
  return <RecordAsOf place={{ org, id, capacity: "processor" }} then={then} besides={besides} />;
}

type Loaded = Awaited<ReturnType<typeof loadRecord>>;

type RelatedPartsProps = {
  org: string;
  loaded: Loaded;
  conversation: Awaited<ReturnType<typeof loadConversation>>;
};

function RelatedParts({ org, loaded, conversation }: RelatedPartsProps) {
  return (
    <>
      <Instructions org={org} loaded={loaded} />
      <Night org={org} controllerId={loaded.controller.id} />
      <ConversationPart place={{ side: "staff", org }} of={conversation} from="sheet" />
    </>
  );
}

async function Night({ org, controllerId }: { org: string; controllerId: string }) {
  const reach = await loadNightReach(org, controllerId);
  return <NightAdvice org={org} controllerId={controllerId} loaded={reach} />;
}

/** Instructions in force on the day as of which the entry is read. */
async function Instructions({ org, loaded: { record, controller, today } }: { org: string; loaded: Loaded }) {
  const of = { ...record, controllerId: controller.id };
  return (
    <RecordInstructions
      org={org}
      controllerId={controller.id}
      of={await loadRecordInstructions(org, of, today)}
    />
  );
}
