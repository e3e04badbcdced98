import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CommunicationClocks, CommunicationNotices } from "@/components/breach-notice/communication";
import { CommunicationProofs } from "@/components/breach-notice/communication-proofs";
import { ConversationPart } from "@/components/thread/conversation-part";
import { loadConversation } from "@/lib/features/thread/loaders";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { loadCommunication } from "@/lib/features/breach-notice/loaders";
import { formatInstant } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; part: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, part } = await params;
  const { breach, controller } = await loadCommunication(org, part);
  return { title: `${breach.reference} · ${controller.legalName}` };
}

/** Telling one controller of one breach, article 33(2). Printed, it goes to that controller: it names no other. */
export default async function CommunicationPage({ params }: PageProps) {
  const { org, part } = await params;
  const of = await loadCommunication(org, part);
  const t = await getTranslations("breach-notice");
  const { awareAt } = of.clocks;
  const called =
    awareAt === null
      ? t("called.undated")
      : t("called.dated", { when: formatInstant(awareAt, "Africa/Casablanca", await getLocale()) });
  return (
    <Sheet>
      <PageHead
        article={t("articles.notice")}
        title={of.controller.legalName}
        lead={
          <>
            {of.breach.isDrill && <b>{t("drill")} </b>}
            <Link href={`/${org}/breaches/${of.breach.id}`}>
              <bdi>{of.breach.reference}</bdi> <bdi dir="auto">{of.breach.title || called}</bdi>
            </Link>
          </>
        }
      />
      <CommunicationClocks org={org} of={of} />
      <CommunicationNotices org={org} of={of} />
      <CommunicationProofs org={org} of={of} />
      {of.isToldByCall && (
        <ConversationPart
          place={{ side: "staff", org }}
          of={await loadConversation(org, "breach-notice", part)}
          from="sheet"
        />
      )}
    </Sheet>
  );
}
