import { getTranslations } from "next-intl/server";
import { PortalList } from "@/components/portal/portal-list";
import { PortalHead } from "@/components/shell/portal-page";
import { loadPortalContracts } from "@/lib/features/contract/loaders";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.contracts");

/** Contracts between the parties, article 28(3). */
export default async function PortalContractsPage({ params }: PageProps) {
  const { contact } = await params;
  const rows = await loadPortalContracts(contact);
  const markOf = await rowMarks(contact, "contract", rows);
  const [t, words] = await Promise.all([getTranslations("portal"), getTranslations("contract")]);
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)"]} />}
        title={t("contracts.title")}
        lead={t(rows.length > 0 ? "contracts.lead" : "contracts.none")}
      />
      <PortalList
        label={t("contracts.title")}
        rows={rows.map((row) => ({
          id: row.id,
          href: `/portal/${contact}/contracts/${row.id}`,
          reference: row.reference,
          title: row.title,
          about: words(`states.${row.state}`),
          status: markOf(row.id),
        }))}
      />
    </>
  );
}
