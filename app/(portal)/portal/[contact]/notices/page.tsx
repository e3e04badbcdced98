import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { OwnNotifications } from "@/components/breach-notice/own-notifications";
import {
  CountedFromFirst,
  IncidentTitle,
  NoticeLinks,
  ToldLines,
} from "@/components/breach-notice/portal-incident";
import { AuthorityClock } from "@/components/breach-notice/authority-clock";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { loadPortalNotices } from "@/lib/features/breach-notice/loaders";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.notices");

/** Notices of breaches to this controller, article 33(2). */
export default async function PortalNoticesPage({ params }: PageProps) {
  const { contact } = await params;
  const { incidents, now, zone } = await loadPortalNotices(contact);
  const markOf = await rowMarks(
    contact,
    "breach-notice",
    incidents.flatMap(({ notices }) => notices),
  );
  const t = await getTranslations("breach-notice");
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["33(2)"]} />}
        title={t("portal.title")}
        lead={t(incidents.length === 0 ? "portal.none" : "portal.lead")}
      />
      {incidents.map((incident) => {
        const { id, authority, own, aware, notices } = incident;
        return (
          <PortalPart key={id} id={id} title={<IncidentTitle of={incident} zone={zone} />}>
            <ToldLines of={incident} zone={zone} />
            {authority === null ? (
              <p className="mt-3">{t("portal.rectified")}</p>
            ) : (
              <>
                <CountedFromFirst of={incident} zone={zone} />
                <AuthorityClock authority={authority} own={own} aware={aware} now={now} zone={zone} />
              </>
            )}
            <OwnNotifications
              own={own}
              target={authority?.clocks?.target ?? null}
              duties={authority?.duties}
              aware={aware}
              isReader
              zone={zone}
            />
            {notices.length === 0 && (
              <p className="mt-3">
                <Link href={`/portal/${contact}/notices/${id}`} prefetch={false}>
                  {t("portal.openIncident")}
                </Link>
              </p>
            )}
            <NoticeLinks contact={contact} notices={notices} zone={zone} markOf={markOf} />
          </PortalPart>
        );
      })}
    </>
  );
}
