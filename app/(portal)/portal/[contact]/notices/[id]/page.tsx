import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcknowledgeForm } from "@/components/breach-notice/acknowledge-form";
import { AuthorityClock } from "@/components/breach-notice/authority-clock";
import { BothClocks, NoticeWords } from "@/components/breach-notice/notice-words";
import { PackActs } from "@/components/breach-notice/pack-acts";
import { NoticeTitle } from "@/components/breach-notice/communication";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { ConversationPart } from "@/components/thread/conversation-part";
import { isPacked } from "@/lib/domain/breach/notice";
import { loadPortalNotice } from "@/lib/features/breach-notice/loaders";
import { loadPortalConversation } from "@/lib/features/thread/loaders";

type PageProps = { params: Promise<{ contact: string; id: string }> };
type Loaded = Awaited<ReturnType<typeof loadPortalNotice>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("navItems.notices") };
}

export default async function PortalNoticePage({ params }: PageProps) {
  const { contact, id } = await params;
  const of = await loadPortalNotice(contact, id);
  const t = await getTranslations("breach-notice");
  const { notice } = of;
  return (
    <>
      <PortalHead
        note={<b>{t("articles.notice")}</b>}
        title={<NoticeTitle of={notice} />}
        lead={
          <>
            {notice.isDrill && <b>{t("drill")} </b>}
            {t("portal.issued", { name: notice.issuedByName })} <BothClocks at={notice.issuedAt} />
          </>
        }
      />
      <Receipt contact={contact} of={of} />
      <PortalPart id="clock" title={t("portal.clock")}>
        {of.authority === null && <p className="mt-3">{t("portal.rectified")}</p>}
        {of.authority !== null && of.controllerAt !== null && (
          <p className="mt-3">
            {t("portal.aware")} <BothClocks at={of.controllerAt} />
          </p>
        )}
        {of.authority !== null && <AuthorityClock authority={of.authority} now={of.now} />}
        {isPacked(notice.phase) && <Pack contact={contact} id={id} />}
      </PortalPart>
      <PortalPart id="content" title={t("parts.content")}>
        {notice.lateReason && <p className="mt-3">{t("lateWas", { reason: notice.lateReason })}</p>}
        <NoticeWords content={notice.content} news={of.news} isFinal={notice.phase === "final"} />
        {notice.documentId && (
          <p className="mt-3">
            <a href={`/api/portal/${contact}/files/${notice.documentId}`}>{t("openPdf")}</a>
          </p>
        )}
      </PortalPart>
      <ConversationPart
        place={{ side: "contact", contact }}
        of={await loadPortalConversation(contact, "breach-notice", id)}
        from="sheet"
      />
    </>
  );
}

/** Reading is receipt; an acknowledgement proves it. */
async function Receipt({
  contact,
  of: { notice, acknowledged, mayAcknowledge },
}: {
  contact: string;
  of: Loaded;
}) {
  const t = await getTranslations("breach-notice");
  return (
    <PortalPart id="receipt" title={t("portal.receipt")}>
      {acknowledged.map(({ at, by }) => (
        <p key={at} className="mt-3">
          {t("portal.acknowledgedBy", { name: by })} <BothClocks at={at} />
        </p>
      ))}
      {acknowledged.length === 0 && mayAcknowledge && (
        <Words of={["form", "breach-notice"]}>
          <AcknowledgeForm contact={contact} id={notice.id} />
        </Words>
      )}
    </PortalPart>
  );
}

async function Pack({ contact, id }: { contact: string; id: string }) {
  const t = await getTranslations("breach-notice");
  return (
    <>
      <p className="mt-3">{t("portal.packLead")}</p>
      <PackActs to={`/api/breach-packs/${contact}`} id={id} />
    </>
  );
}
