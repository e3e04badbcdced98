import { getTranslations } from "next-intl/server";
import { InstructionForm } from "@/components/portal-instruction/instruction-form";
import { PortalHead } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { Refused } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadGiving } from "@/lib/features/portal-instruction/loaders";
import { titled } from "@/lib/i18n/titled";
import { LawArticles } from "../../law-articles";

type PageProps = {
  params: Promise<{ contact: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("portal-instruction", "new.title");

/** Also replaces a contested instruction by a new one. */
export default async function GiveInstructionPage({ params, searchParams }: PageProps) {
  const { contact } = await params;
  const giving = await loadGiving(contact, await searchParams);
  const t = await getTranslations("portal-instruction");
  const { amends } = giving;
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(a)"]} />}
        title={amends ? t("new.amend", { number: amends.number }) : t("new.title")}
        lead={t(amends ? "new.amendLead" : "new.lead")}
      />
      {giving.mayGive && giving.isOpen ? (
        <Words of={["portal-instruction", "form"]}>
          <InstructionForm contact={contact} giving={giving} />
        </Words>
      ) : (
        <Refused byRole={!giving.mayGive}>{t(giving.mayGive ? "refusals.notFromHere" : "mayNot")}</Refused>
      )}
    </>
  );
}
