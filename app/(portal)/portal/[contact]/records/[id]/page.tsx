import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RecordSections } from "@/components/processing-record/sheet/record-sections";
import { Disputed } from "@/components/shell/disputed";
import { PortalHead } from "@/components/shell/portal-page";
import { ConversationPart } from "@/components/thread/conversation-part";
import { loadPortalRecord, loadPortalRecordArticles, loadPortalZone } from "@/lib/features/portal/loaders";
import { loadPortalConversation } from "@/lib/features/thread/loaders";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { provisionTexts } from "@/lib/i18n/obligation-words";

type PageProps = { params: Promise<{ contact: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { contact, id } = await params;
  return { title: (await loadPortalRecord(contact, id)).record.reference };
}

/** Sections follow the order of article 30(2), read-only, each under the article of the laws of the contact's own controller. */
export default async function PortalRecordPage({ params }: PageProps) {
  const { contact, id } = await params;
  const loaded = await loadPortalRecord(contact, id);
  const [t, duties, own, locale, zone] = await Promise.all([
    getTranslations("portal"),
    getTranslations("obligation"),
    loadPortalRecordArticles(contact),
    getLocale(),
    loadPortalZone(contact),
  ]);
  const { record, version } = loaded;
  const articles = new Map(
    [...own.provisions].map(([article, provisions]) => [
      article,
      joinParts([...new Set(provisionTexts(duties, provisions))], locale),
    ]),
  );
  return (
    <>
      <PortalHead
        note={<bdi>{record.reference}</bdi>}
        title={record.content.activity}
        lead={t("records.version", {
          number: version.number,
          when: formatInstant(version.at, zone, locale),
        })}
      />
      <Disputed isDisputed={loaded.isDisputed} />
      <RecordSections org="" loaded={loaded} laws={{ articles, isOfUnion: own.isOfUnion }} />
      <ConversationPart
        place={{ side: "contact", contact }}
        of={await loadPortalConversation(contact, "processing-record", id)}
        from="sheet"
      />
    </>
  );
}
