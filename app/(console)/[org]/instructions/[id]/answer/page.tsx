import { getTranslations } from "next-intl/server";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { ANSWERS } from "@/lib/domain/instruction/lifecycle";
import { loadInstruction } from "@/lib/features/instruction/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("instruction", "answer.title");

/** Answers to the alert of article 28(3): each has its own form and evidence. */
export default async function InstructionAnswerPage({ params }: PageProps) {
  const { org, id } = await params;
  const { instruction, moves } = await loadInstruction(org, id, "");
  const t = await getTranslations("instruction");
  const at = `/${org}/instructions/${id}`;
  const answers = instruction.state === "contested" ? ANSWERS.filter((answer) => moves.includes(answer)) : [];
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "28(3)" })}
        title={t("answer.title")}
        lead={t("answer.lead")}
        actions={
          <LinkButton href={at}>
            <bdi>{instruction.number}</bdi>
          </LinkButton>
        }
      />
      {answers.length === 0 && (
        <Line>
          <p>{t("answer.none")}</p>
        </Line>
      )}
      {answers.map((answer) => (
        <Part key={answer} title={t(`moves.${answer}`)}>
          <p className="prose-line my-3">{t(`answer.hints.${answer}`)}</p>
          <LinkButton href={`${at}/move/${answer}`}>{t(`moves.${answer}`)}</LinkButton>
        </Part>
      ))}
    </Sheet>
  );
}
