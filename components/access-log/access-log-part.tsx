import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Cell, DataTable } from "@/components/ui/data-table";
import type { loadAccessLog } from "@/lib/features/access-log/loaders";
import { formatInstant } from "@/lib/i18n/format";

type AccessLogPartProps = { org: string; entries: Awaited<ReturnType<typeof loadAccessLog>> };

export function AccessLogPart({ org, entries }: AccessLogPartProps) {
  const t = useTranslations("access-log");
  const nouns = useTranslations("journal.nouns");
  const locale = useLocale();
  const columns = [
    { key: "at", label: t("fields.at"), folio: true },
    { key: "who", label: t("fields.who") },
    { key: "what", label: t("fields.what") },
    { key: "sealed", label: t("fields.sealed"), width: 150 },
  ];
  return (
    <>
      <Part id="looks" title={t("title")} article={t("article")}>
        {entries.length === 0 && <p className="muted mt-3">{t("none")}</p>}
      </Part>
      {entries.length > 0 && (
        <DataTable caption={t("title")} columns={columns}>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <Cell place="folio" whole>
                {formatInstant(entry.at, "Africa/Casablanca", locale)}
              </Cell>
              <Cell place="title" whole>
                <Link href={`/${org}/controllers/contacts/${entry.contactId}`} prefetch={false}>
                  {entry.contactName}
                </Link>
              </Cell>
              <Cell place="text" whole>
                {nouns(entry.noun)} <bdi>{entry.label}</bdi>
              </Cell>
              <Cell place="status">{t(entry.isSealed ? "sealed" : "waiting")}</Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
