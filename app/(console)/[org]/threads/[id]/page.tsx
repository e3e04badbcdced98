import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { ConversationPart } from "@/components/thread/conversation-part";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadThread } from "@/lib/features/thread/loaders";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { reference, title } = (await loadThread(org, id)).subject;
  return { title: thingTitle(reference, title) };
}

export default async function ThreadPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const of = await loadThread(org, id);
  const t = await getTranslations("thread");
  const { noun, reference, title, segment } = of.subject;
  return (
    <Sheet>
      <DisputedSheet org={org} noun="thread" id={id} />
      <PageHead
        note={
          <b>
            <bdi>{reference}</bdi>
          </b>
        }
        title={title || t("about", { noun: t(`nouns.${noun}`), reference })}
        lead={of.thread?.controller}
      >
        <Link href={`/${org}/${segment}/${of.subject.id}`} prefetch={false}>
          {t("about", { noun: t(`nouns.${noun}`), reference })}
        </Link>
      </PageHead>
      <ConversationPart place={{ side: "staff", org }} of={of} from="thread" />
      <Documents
        org={org}
        here={`/${org}/threads/${id}`}
        of={await loadDocuments(org, "thread", id)}
        search={await searchParams}
      />
      <RowNotes org={org} noun="thread" id={id} />
    </Sheet>
  );
}
