import { getTranslations } from "next-intl/server";
import { AfterRectification } from "@/components/breach-notice/after-rectification";
import { DelayWords } from "@/components/breach-notice/delay-words";
import { AcknowledgeForm } from "@/components/breach-notice/acknowledge-form";
import { AuthorityClock } from "@/components/breach-notice/authority-clock";
import { BothClocks, NoticeWords } from "@/components/breach-notice/notice-words";
import { OwnNotificationPart } from "@/components/breach-notice/own-notification-part";
import {
  CountedFromFirst,
  IncidentTitle,
  NoticeLinks,
  ToldLines,
} from "@/components/breach-notice/portal-incident";
import { PackActs } from "@/components/breach-notice/pack-acts";
import { NoticeTitle } from "@/components/breach-notice/communication";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { PrecedentWords } from "@/components/shell/precedent-words";
import { Words } from "@/components/shell/words";
import { ConversationPart } from "@/components/thread/conversation-part";
import { Disputed } from "@/components/shell/disputed";
import { hasAuthority } from "@/lib/domain/breach/authority-duties";
import { loadPortalIncident, loadPortalNotice } from "@/lib/features/breach-notice/loaders";
import { followUpNumber } from "@/lib/domain/breach/notice";
import { required } from "@/lib/domain/invariant/required";
import { loadPortalConversation } from "@/lib/features/thread/loaders";
import { titled } from "@/lib/i18n/titled";
import { LawArticles } from "../../law-articles";

type PageProps = { params: Promise<{ contact: string; id: string }> };
type Loaded = Awaited<ReturnType<typeof loadPortalNotice>>;

export const generateMetadata = titled("portal", "navItems.notices");

export default async function PortalNoticePage({ params }: PageProps) {
  const { contact, id } = await params;
  if (await loadPortalIncident(contact, id)) return <PortalIncidentPage contact={contact} id={id} />;
  const of = await loadPortalNotice(contact, id);
  const t = await getTranslations("breach-notice");
  const { notice } = of;
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["33(2)"]} />}
        title={<NoticeTitle of={{ phase: notice.phase, followUp: of.followUp }} />}
        lead={
          <>
            {notice.isDrill && <b>{t("drill")} </b>}
            {t("portal.issued", { name: notice.issuedByName })}{" "}
            <BothClocks at={notice.issuedAt} zone={of.zone} />
          </>
        }
      />
      <Disputed isDisputed={of.isDisputed} />
      <Receipt contact={contact} of={of} />
      <PortalPart id="clock" title={t(hasAuthority(of.duties) ? "portal.clock" : "portal.awareness")}>
        {of.authority === null && <p className="mt-3">{t("portal.rectified")}</p>}
        {of.authority !== null && of.controllerAt !== null && <AwarenessProof at={of.controllerAt} of={of} />}
        {of.authority !== null && <CountedFromFirst of={of.incident} zone={of.zone} />}
        {of.authority !== null && (
          <AuthorityClock
            authority={of.authority}
            own={of.own}
            aware={of.aware}
            now={of.now}
            zone={of.zone}
          />
        )}
        {of.isPacked && <Pack contact={contact} id={id} />}
      </PortalPart>
      <OwnNotificationPart contact={contact} id={id} of={of} />
      <PortalPart id="content" title={t("parts.content")}>
        <DelayWords of={notice} />
        <AfterRectification of={notice.content.afterRectification ?? null} zone={of.zone} />
        <NoticeWords content={notice.content} news={of.news} phase={notice.phase} zone={of.zone} />
        <PrecedentWords {...of.examples} />
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

/** An incident of which the controller was told, by its own id: what it did of it, and its questions, before a notice in writing. */
async function PortalIncidentPage({ contact, id }: { contact: string; id: string }) {
  const of = required(await loadPortalIncident(contact, id), "the incident of its page");
  const t = await getTranslations("breach-notice");
  const { incident, authority, now, zone } = of;
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["33(2)"]} />}
        title={<IncidentTitle of={incident} zone={zone} />}
        lead={t("portal.lead")}
      />
      <PortalPart id="clock" title={t(hasAuthority(of.duties) ? "portal.clock" : "portal.awareness")}>
        <ToldLines of={incident} zone={zone} />
        {authority === null ? (
          <p className="mt-3">{t("portal.rectified")}</p>
        ) : (
          <>
            <CountedFromFirst of={incident} zone={zone} />
            <AuthorityClock authority={authority} own={of.own} aware={of.aware} now={now} zone={zone} />
          </>
        )}
        <NoticeLinks contact={contact} notices={incident.notices.map(linkOf)} zone={zone} />
      </PortalPart>
      <OwnNotificationPart contact={contact} id={id} of={of} />
      <ConversationPart
        place={{ side: "contact", contact }}
        of={await loadPortalConversation(contact, "breach-notice", id)}
        from="sheet"
      />
    </>
  );
}

function linkOf(notice: Loaded["notice"]) {
  const { id, phase, issuedAt, isDrill } = notice;
  return { id, phase, issuedAt, isDrill, followUp: followUpNumber(notice), isAcknowledged: null };
}

/** The instant from which the controller's hours run, by what it is known, and how to contest it. */
async function AwarenessProof({ at, of: { proof, zone } }: { at: number; of: Loaded }) {
  const t = await getTranslations("breach-notice");
  return (
    <>
      <p className="mt-3">
        {t("portal.aware")} <BothClocks at={at} zone={zone} />
        {proof && ` · ${t(`portal.proofs.${proof.kind}`, { by: proof.by, to: proof.to || "none" })}`}
      </p>
      <p className="muted">
        <a href="#thread">{t("portal.contest")}</a>
      </p>
    </>
  );
}

/** Reading is receipt; an acknowledgement proves it. */
async function Receipt({
  contact,
  of: { notice, acknowledged, mayAcknowledge, zone },
}: {
  contact: string;
  of: Loaded;
}) {
  const t = await getTranslations("breach-notice");
  if (acknowledged.length === 0 && !mayAcknowledge) return null;
  return (
    <PortalPart id="receipt" title={t("portal.receipt")}>
      {acknowledged.map(({ at, by }) => (
        <p key={at} className="mt-3">
          {t("portal.acknowledgedBy", { name: by })} <BothClocks at={at} zone={zone} />
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
