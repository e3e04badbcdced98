import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NoticeTitle } from "@/components/breach-notice/communication";
import { BothClocks } from "@/components/breach-notice/notice-words";
import { AuthorityClock } from "@/components/breach-notice/authority-clock";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { loadPortalNotices } from "@/lib/features/breach-notice/loaders";

type PageProps = { params: Promise<{ contact: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("navItems.notices") };
}

/** Notices of breaches to this controller, article 33(2). */
export default async function PortalNoticesPage({ params }: PageProps) {
  const { contact } = await params;
  const { incidents, now } = await loadPortalNotices(contact);
  const t = await getTranslations("breach-notice");
  return (
    <>
      <PortalHead
        note={<b>{t("articles.notice")}</b>}
        title={t("portal.title")}
        lead={t(incidents.length === 0 ? "portal.none" : "portal.lead")}
      />
      {incidents.map(({ id, authority, notices }) => (
        <PortalPart key={id} id={id} title={t("portal.incident", { id: id.slice(-8) })}>
          {authority === null ? (
            <p className="mt-3">{t("portal.rectified")}</p>
          ) : (
            <AuthorityClock authority={authority} now={now} />
          )}
          <ul className="mt-3">
            {notices.map((notice) => (
              <li key={notice.id} className="border-b border-rule py-2">
                <Link href={`/portal/${contact}/notices/${notice.id}`} prefetch={false}>
                  <NoticeTitle of={notice} />
                </Link>
                {notice.isDrill && <b> {t("drill")}</b>}{" "}
                <span className="muted">
                  <BothClocks at={notice.issuedAt} />
                </span>{" "}
                {t(notice.isAcknowledged ? "portal.acknowledged" : "portal.toAcknowledge")}
              </li>
            ))}
          </ul>
        </PortalPart>
      ))}
    </>
  );
}
