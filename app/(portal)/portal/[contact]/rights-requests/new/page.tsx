import { getTranslations } from "next-intl/server";
import { LodgingForm } from "@/components/portal-rights-request/lodging-form";
import { PortalHead } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadLodging } from "@/lib/features/portal-rights-request/loaders";
import { titled } from "@/lib/i18n/titled";
import { LawArticles } from "../../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("rights-request", "lodging.title");

/** A request that the controller received and that its processor is to help with, article 28(3)(e). */
export default async function LodgeRequestPage({ params }: PageProps) {
  const { contact } = await params;
  const { isPassedOn, mayLodge, today, zone } = await loadLodging(contact);
  const t = await getTranslations("rights-request");
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["12(3)", "28(3)(e)"]} />}
        title={t("lodging.title")}
        lead={t(isPassedOn ? "lodging.leadPassedOn" : "lodging.lead")}
      />
      {mayLodge ? (
        <Words of={["rights-request", "form"]}>
          <LodgingForm contact={contact} today={today} zone={zone} />
        </Words>
      ) : (
        <Forbidden>{t("portal.mayNot")}</Forbidden>
      )}
    </>
  );
}
