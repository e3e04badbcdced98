import { getLocale, getTranslations } from "next-intl/server";
import { PortalList } from "@/components/portal/portal-list";
import { PortalHead } from "@/components/shell/portal-page";
import { loadPortalRecords } from "@/lib/features/portal/loaders";
import { joinParts } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.records");

/** Entries of the processor's register for one controller, article 30(2). */
export default async function PortalRecordsPage({ params }: PageProps) {
  const { contact } = await params;
  const rows = await loadPortalRecords(contact);
  const markOf = await rowMarks(contact, "processing-record", rows);
  const [t, states, countries, locale] = await Promise.all([
    getTranslations("portal"),
    getTranslations("lifecycle.states"),
    getTranslations("countries"),
    getLocale(),
  ]);
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["30(2)"]} />}
        title={t("records.title")}
        lead={t(rows.length > 0 ? "records.lead" : "records.none")}
      />
      <PortalList
        label={t("records.title")}
        rows={rows.map((row) => ({
          id: row.id,
          href: `/portal/${contact}/records/${row.id}`,
          reference: row.reference,
          title: row.activity,
          about: joinParts([states(row.state), ...row.countries.map((code) => countries(code))], locale),
          status: markOf(row.id),
        }))}
      />
    </>
  );
}
