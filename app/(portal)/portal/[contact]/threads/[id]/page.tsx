import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHead } from "@/components/shell/portal-page";
import { ConversationPart } from "@/components/thread/conversation-part";
import { loadPortalThread } from "@/lib/features/thread/loaders";

type PageProps = { params: Promise<{ contact: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { contact, id } = await params;
  return { title: (await loadPortalThread(contact, id)).subject.reference };
}

/** One thread: what it is about, what was said, and the form that goes on. */
export default async function PortalThreadPage({ params }: PageProps) {
  const { contact, id } = await params;
  const of = await loadPortalThread(contact, id);
  const t = await getTranslations("thread");
  const { noun, reference, title } = of.subject;
  const about = t("about", { noun: t(`nouns.${noun}`), reference });
  return (
    <>
      <PortalHead note={title ? about : undefined} title={title || about} />
      <ConversationPart place={{ side: "contact", contact }} of={of} from="thread" />
    </>
  );
}
