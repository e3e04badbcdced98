import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import {
  CommunicationClocks,
  CommunicationNotices,
  CommunicationProofs,
} from "@/components/breach-notice/communication";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { localParts } from "@/lib/domain/time/zones";
import { loadCommunication } from "@/lib/features/breach-notice/loaders";
import { dayAt } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; part: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, part } = await params;
  const { breach, controller } = await loadCommunication(org, part);
  return { title: `${breach.reference} · ${controller.legalName}` };
}

/** Telling one controller of one breach, article 33(2). */
export default async function CommunicationPage({ params }: PageProps) {
  const { org, part } = await params;
  const of = await loadCommunication(org, part);
  const t = await getTranslations("breach-notice");
  return (
    <Sheet>
      <PageHead
        article={t("articles.notice")}
        title={of.controller.legalName}
        lead={
          <>
            {of.breach.isDrill && <b>{t("drill")} </b>}
            <Link href={`/${org}/breaches/${of.breach.id}`}>
              <bdi>{of.breach.reference}</bdi> {of.breach.title}
            </Link>
          </>
        }
      />
      <CommunicationClocks org={org} of={of} />
      <CommunicationNotices org={org} of={of} />
      <CommunicationProofs org={org} of={of} initial={nowIn(of.now)} />
    </Sheet>
  );
}

function nowIn(now: number): { day: string; time: string } {
  const { hour, minute } = localParts("Africa/Casablanca", now);
  const [hours, minutes] = [hour, minute].map((part) => String(part).padStart(2, "0"));
  return { day: dayAt(now, "Africa/Casablanca"), time: `${hours}:${minutes}` };
}
