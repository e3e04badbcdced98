import { getTranslations } from "next-intl/server";
import { AnswerForm } from "@/components/portal-instruction/answer-form";
import { PortalHead } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadInstruction } from "@/lib/features/portal-instruction/loaders";
import { titled } from "@/lib/i18n/titled";
import { LawArticles } from "../../../law-articles";

type PageProps = { params: Promise<{ contact: string; id: string }> };

export const generateMetadata = titled("portal-instruction", "answer.act");

export default async function AnswerInstructionPage({ params }: PageProps) {
  const { contact, id } = await params;
  const of = await loadInstruction(contact, id);
  const t = await getTranslations("portal-instruction");
  const { number, text } = of.instruction;
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(a)"]} />}
        title={t("answer.title", { number })}
        lead={t(leadOf(of))}
      />
      <blockquote className="prose-line mt-3 whitespace-pre-line" dir="auto">
        {text}
      </blockquote>
      {of.next.includes("withdraw") ? (
        <Words of={["portal-instruction", "form"]}>
          <AnswerForm contact={contact} of={of} />
        </Words>
      ) : (
        <Forbidden>{t("mayNot")}</Forbidden>
      )}
    </>
  );
}

function leadOf({ instruction, next }: Awaited<ReturnType<typeof loadInstruction>>) {
  if (next.includes("confirm-in-writing")) return "answer.writtenLead";
  return instruction.state === "contested" ? "answer.lead" : "answer.withdrawLead";
}
