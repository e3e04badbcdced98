import { getTranslations } from "next-intl/server";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { PortalThreads } from "@/components/thread/portal-threads";
import { QuestionForm } from "@/components/thread/question-form";
import { loadPortalThreads } from "@/lib/features/thread/loaders";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.threads");

/** Questions of a controller to its processor, article 28(3)(h). */
export default async function PortalThreadsPage({ params }: PageProps) {
  const { contact } = await params;
  const { rows, subjects, zone } = await loadPortalThreads(contact);
  const markOf = await rowMarks(contact, "thread", rows);
  const t = await getTranslations("thread");
  const choices = subjects.map(({ noun, id, reference, title }) => ({
    value: `${noun}:${id}`,
    label: [t("about", { noun: t(`nouns.${noun}`), reference }), title].filter(Boolean).join(" · "),
  }));
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(h)"]} />}
        title={t("title")}
        lead={t("portal.lead")}
      />
      <PortalPart title={t("portal.list")}>
        <PortalThreads contact={contact} rows={rows} zone={zone} markOf={markOf} />
      </PortalPart>
      {choices.length > 0 && (
        <PortalPart id="ask" title={t("ask.first")}>
          <Words of={["form", "thread"]}>
            <QuestionForm contact={contact} subjects={choices} />
          </Words>
        </PortalPart>
      )}
    </>
  );
}
