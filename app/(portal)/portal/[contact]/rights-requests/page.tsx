import { getTranslations } from "next-intl/server";
import { RelayedRows } from "@/components/portal-rights-request/relayed-rows";
import { PortalHead } from "@/components/shell/portal-page";
import { LinkButton } from "@/components/ui/button";
import { loadRelayedRequests } from "@/lib/features/portal-rights-request/loaders";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.rights-requests");

/** Requests of the controller's data subjects that its processor received, article 28(3)(e). */
export default async function RelayedRequestsPage({ params }: PageProps) {
  const { contact } = await params;
  const { awaited, others, zone } = await loadRelayedRequests(contact);
  const markOf = await rowMarks(contact, "rights-request", [...awaited, ...others]);
  const t = await getTranslations("rights-request.portal");
  const isEmpty = awaited.length + others.length === 0;
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["12(3)", "28(3)(e)"]} />}
        title={t("title")}
        lead={t(isEmpty ? "none" : "lead")}
      />
      <p className="mt-3 print:hidden">
        <LinkButton href={`/portal/${contact}/rights-requests/new`}>{t("lodge")}</LinkButton>
      </p>
      <RelayedRows contact={contact} title={t("awaited")} rows={awaited} zone={zone} markOf={markOf} />
      <RelayedRows contact={contact} title={t("others")} rows={others} zone={zone} markOf={markOf} />
    </>
  );
}
