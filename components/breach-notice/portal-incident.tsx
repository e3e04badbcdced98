import Link from "next/link";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import type { NoticePhase } from "@/lib/domain/breach/notice";
import type { Zone } from "@/lib/domain/time/zones";
import type { loadPortalNotices } from "@/lib/features/breach-notice/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { NoticeTitle } from "./communication";
import { BothClocks } from "./notice-words";

type Incident = Awaited<ReturnType<typeof loadPortalNotices>>["incidents"][number];

/** Names a breach to its controller: by the words of its own notice, or by the instant at which it was announced. */
export function IncidentTitle({
  of: { title, announcedAt },
  zone,
}: {
  of: Pick<Incident, "title" | "announcedAt">;
  zone: Zone;
}) {
  const t = useTranslations("breach-notice.portal");
  const locale = useLocale();
  if (title) return <bdi dir="auto">{title}</bdi>;
  return t("announced", { when: formatInstant(announcedAt, zone, locale) });
}

type Told = Pick<Incident, "calls" | "isRectified"> & { notices: readonly unknown[] };

/** Calls by which a controller was told of an incident, and that its data are not affected, as the processor recorded them. */
export function ToldLines({ of, zone }: { of: Told; zone: Zone }) {
  const t = useTranslations("breach-notice.portal");
  const { calls, isRectified, notices } = of;
  return (
    <>
      {calls.map(({ kind, at, by, to }) => (
        <p key={`${kind} ${at} ${to}`} className="mt-3">
          {t(kind === "call-rectified" ? "rectifiedByTelephone" : "toldByTelephone", {
            by,
            to: to || "none",
          })}{" "}
          <BothClocks at={at} zone={zone} />
        </p>
      ))}
      {calls.length > 0 && !isRectified && notices.length === 0 && <p className="muted">{t("inWriting")}</p>}
    </>
  );
}

/** Says that its hours count from the first awareness, where a rectification ended that one and it was told anew: 33(1). */
export function CountedFromFirst({
  of,
  zone,
}: {
  of: Pick<Incident, "countedAt" | "controllerAt">;
  zone: Zone;
}) {
  const t = useTranslations("breach-notice.portal");
  if (of.countedAt === null || of.countedAt === of.controllerAt) return null;
  return (
    <p className="mt-3">
      {t("knownFirst")} <BothClocks at={of.countedAt} zone={zone} /> · {t("countedFromFirst")}
    </p>
  );
}

type LinkedNotice = {
  id: string;
  phase: NoticePhase;
  followUp: number;
  isDrill: boolean;
  issuedAt: number;
  /** Null where the page does not say it. */
  isAcknowledged: boolean | null;
};

type NoticeLinksProps = {
  contact: string;
  notices: readonly LinkedNotice[];
  zone: Zone;
  /** Left out on the page of one incident, which says it above. */
  markOf?: (id: string) => ReactNode;
};

/** Notices of an incident, each with its page. */
export function NoticeLinks({ contact, notices, zone, markOf }: NoticeLinksProps) {
  const t = useTranslations("breach-notice");
  if (notices.length === 0) return null;
  return (
    <ul className="mt-3">
      {notices.map((notice) => (
        <li key={notice.id} className="border-b border-rule py-2">
          <Link href={`/portal/${contact}/notices/${notice.id}`} prefetch={false}>
            <NoticeTitle of={notice} />
          </Link>
          {notice.isDrill && <b> {t("drill")}</b>}{" "}
          <span className="muted">
            <BothClocks at={notice.issuedAt} zone={zone} />
          </span>{" "}
          {notice.isAcknowledged !== null &&
            t(notice.isAcknowledged ? "portal.acknowledged" : "portal.toAcknowledge")}{" "}
          {markOf?.(notice.id)}
        </li>
      ))}
    </ul>
  );
}
