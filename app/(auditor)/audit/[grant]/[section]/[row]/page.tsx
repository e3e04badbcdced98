import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PortalHead } from "@/components/shell/portal-page";
import { RecordField } from "@/components/ui/record-field";
import { loadAuditRow } from "@/lib/features/audit/loaders";
import { formatDay } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ grant: string; section: string; row: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("row", { number: (await params).row }) };
}

/** Shows every column that has something to say beside the title of the page. */
export default async function AuditRowPage({ params }: PageProps) {
  const { grant, section, row: number } = await params;
  const row = await loadAuditRow(grant, section, number);
  const [t, names, locale] = await Promise.all([
    getTranslations("audit"),
    getTranslations("dossier-file.sections"),
    getLocale(),
  ]);
  return (
    <>
      <PortalHead
        note={`${names(row.section)} · ${t("asOf", { day: formatDay(row.asOf, locale) })}`}
        title={<bdi lang={row.language}>{row.title}</bdi>}
      />
      <dl lang={row.language}>
        {row.fields
          .filter(({ value }) => value !== "" && value !== row.title)
          .map(({ label, value }) => (
            <RecordField key={label} label={label}>
              <span className="whitespace-pre-line break-words" dir="auto">
                {value}
              </span>
            </RecordField>
          ))}
      </dl>
      <p className="audit-acts print:hidden">
        <Link href={`/audit/${grant}/${row.section}`}>{t("backTo")}</Link>
      </p>
    </>
  );
}
