import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import type { LoadedWork } from "@/lib/features/dpo-work/loaders";
import { dayAt, formatDay } from "@/lib/i18n/format";

/** Entries that a filing covers, and which of them have changed since. */
export function CoveredPart({ org, loaded: { records, changes } }: { org: string; loaded: LoadedWork }) {
  const t = useTranslations("dpo-work.sheet");
  const locale = useLocale();
  const changedAt = new Map(changes.map(({ recordId, at }) => [recordId, at]));
  return (
    <Part id="records" article={t("recordsArticle")} title={t("records")}>
      {records.length === 0 && <p className="muted mt-3">{t("noRecords")}</p>}
      <ul>
        {records.map(({ id, reference, activity, capacity }) => {
          const at = changedAt.get(id);
          const segment = capacity === "controller" ? "own-records" : "records";
          return (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 border-b border-rule py-2">
              <Link href={`/${org}/${segment}/${id}`} prefetch={false}>
                <bdi>{reference}</bdi> · <bdi>{activity}</bdi>
              </Link>
              {at !== undefined && (
                <Status kind="warn">
                  {t("changed", { day: formatDay(dayAt(at, "Africa/Casablanca"), locale) })}
                </Status>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
