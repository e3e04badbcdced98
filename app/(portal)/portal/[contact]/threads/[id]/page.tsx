import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubjectDocuments } from "@/components/attachment/subject-documents";
import { Disputed } from "@/components/shell/disputed";
import { PortalHead } from "@/components/shell/portal-page";
import { ConversationPart } from "@/components/thread/conversation-part";
import type { Search } from "@/lib/forms/list-query";
import { loadSubjectDocuments } from "@/lib/features/attachment/loaders";
import { loadPortalThread } from "@/lib/features/thread/loaders";

type PageProps = {
  params: Promise<{ contact: string; id: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { contact, id } = await params;
  return { title: (await loadPortalThread(contact, id)).subject.reference };
}

export default async function PortalThreadPage({ params, searchParams }: PageProps) {
  const { contact, id } = await params;
  const of = await loadPortalThread(contact, id);
  const t = await getTranslations("thread");
  const { noun, reference, title } = of.subject;
  const about = t("about", { noun: t(`nouns.${noun}`), reference });
  return (
    <>
      <PortalHead note={title ? about : undefined} title={title || about} />
      <Disputed isDisputed={of.isDisputed} />
      <ConversationPart place={{ side: "contact", contact }} of={of} from="thread" />
      <SubjectDocuments
        contact={contact}
        here={`/portal/${contact}/threads/${id}`}
        of={await loadSubjectDocuments(contact, "thread", id)}
        search={await searchParams}
      />
    </>
  );
}
