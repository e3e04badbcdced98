import { getTranslations } from "next-intl/server";
import { PortalHead } from "@/components/shell/portal-page";
import { LinkButton } from "@/components/ui/button";
import { loadAllGiven } from "@/lib/features/portal-instruction/loaders";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { InstructionRows } from "../instruction-rows";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.instructions");

/** Instructions of the controller, article 28(3)(a). */
export default async function GivenInstructionsPage({ params }: PageProps) {
  const { contact } = await params;
  const { asked, others, mayGive } = await loadAllGiven(contact);
  const markOf = await rowMarks(contact, "instruction", [...asked, ...others]);
  const t = await getTranslations("portal-instruction");
  const isEmpty = asked.length + others.length === 0;
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(a)"]} />}
        title={t("list.title")}
        lead={t(isEmpty ? "list.none" : "list.lead")}
      />
      {mayGive && (
        <p className="mt-4">
          <LinkButton href={`/portal/${contact}/instructions/new`} tone="go">
            {t("new.title")}
          </LinkButton>
        </p>
      )}
      <InstructionRows contact={contact} title={t("list.asked")} rows={asked} markOf={markOf} />
      <InstructionRows contact={contact} title={t("list.others")} rows={others} markOf={markOf} />
    </>
  );
}
