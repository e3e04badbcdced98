import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  InstructionActs,
  InstructionLife,
  InstructionSheet,
  isAnswerDue,
} from "@/components/portal-instruction/instruction-sheet";
import { Disputed } from "@/components/shell/disputed";
import { PortalHead } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { ConversationPart } from "@/components/thread/conversation-part";
import { loadInstruction } from "@/lib/features/portal-instruction/loaders";
import { loadPortalConversation } from "@/lib/features/thread/loaders";
import { LawArticles } from "../../law-articles";

type PageProps = { params: Promise<{ contact: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { contact, id } = await params;
  return { title: (await loadInstruction(contact, id)).instruction.number };
}

export default async function GivenInstructionPage({ params }: PageProps) {
  const { contact, id } = await params;
  const of = await loadInstruction(contact, id);
  const t = await getTranslations("portal-instruction");
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(a)"]} />}
        title={t("sheet.title", { number: of.instruction.number })}
        lead={t(`statuses.${of.status}`)}
      />
      <Disputed isDisputed={of.isDisputed} />
      <Words of={["portal-instruction", "form"]}>
        <InstructionActs contact={contact} of={of} />
      </Words>
      <InstructionSheet contact={contact} of={of} />
      <InstructionLife contact={contact} of={of} />
      <ConversationPart
        place={{ side: "contact", contact }}
        of={await loadPortalConversation(contact, "instruction", id)}
        from="sheet"
        isOpen={!isAnswerDue(of)}
      />
    </>
  );
}
