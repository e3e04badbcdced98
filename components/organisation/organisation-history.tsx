import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import type { loadOrganisationHistory } from "@/lib/features/organisation/loaders";
import { COMMA, formatInstant, formatList } from "@/lib/i18n/format";

type HistoryProps = { org: string } & Awaited<ReturnType<typeof loadOrganisationHistory>>;

export function OrganisationHistory({ org, versions, mayReadJournal }: HistoryProps) {
  const t = useTranslations("organisation");
  const locale = useLocale();
  const describeChange = (version: number, changed: (typeof versions)[number]["changed"]) => {
    if (version === 1) return t("history.created");
    if (changed.length === 0) return t("history.unchanged");
    return formatList(
      changed.map((section) => t(`parts.${section}`)),
      locale,
    );
  };
  return (
    <Part id="history" title={t("history.title")}>
      <dl>
        {versions.map(({ version, recordedAtMs, authorName, changed }) => (
          <RecordField key={version} label={t("version", { number: version })}>
            {describeChange(version, changed)}
            <p className="muted">
              {formatInstant(recordedAtMs, "Africa/Casablanca", locale)}
              {authorName && (
                <>
                  {COMMA[locale]}
                  <bdi>{authorName}</bdi>
                </>
              )}
            </p>
          </RecordField>
        ))}
      </dl>
      {mayReadJournal && (
        <p className="mt-3">
          <Link href={`/${org}/journal`} prefetch={false}>
            {t("history.journal")}
          </Link>
        </p>
      )}
    </Part>
  );
}
