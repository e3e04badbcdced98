import Link from "next/link";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Zone } from "@/lib/domain/time/zones";
import type { loadPortalThreads } from "@/lib/features/thread/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { threadHref } from "./place";
import { ThreadStatus } from "./thread-status";

type Row = Awaited<ReturnType<typeof loadPortalThreads>>["rows"][number];

type PortalThreadsProps = {
  contact: string;
  rows: readonly Row[];
  zone: Zone;
  markOf: (id: string) => ReactNode;
};

export function PortalThreads({ contact, rows, zone, markOf }: PortalThreadsProps) {
  const t = useTranslations("thread");
  const locale = useLocale();
  if (rows.length === 0) return <p className="muted mt-3">{t("portal.none")}</p>;
  return (
    <ul>
      {rows.map(({ id, subject, state, lastAt, unread }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2"
        >
          <span>
            <Link href={threadHref({ side: "contact", contact }, id)} prefetch={false}>
              <bdi>{subject.title || subject.reference}</bdi>
            </Link>{" "}
            <span className="muted">
              {t("about", { noun: t(`nouns.${subject.noun}`), reference: subject.reference })}
            </span>
            <span className="muted block text-[12.5px]">
              {t("portal.last", { when: formatInstant(lastAt, zone, locale) })}
            </span>
          </span>
          <span className="flex flex-wrap gap-x-3">
            {markOf(id)}
            {unread > 0 && <Status kind="warn">{t("list.unread", { count: unread })}</Status>}
            <ThreadStatus side="contact" state={state} />
          </span>
        </li>
      ))}
    </ul>
  );
}
