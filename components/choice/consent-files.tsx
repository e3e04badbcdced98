import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { loadCollection } from "@/lib/features/choice/loaders";
import { formatDay, formatInstant, formatNumber } from "@/lib/i18n/format";

type File = Awaited<ReturnType<typeof loadCollection>>["files"][number];

/** Files that were received, the last first: counts and hashes, for the files are not stored. */
export function ConsentFiles({ org, files }: { org: string; files: readonly File[] }) {
  const t = useTranslations("choice.consents");
  if (files.length === 0) return <p className="muted pt-3">{t("noFile")}</p>;
  return (
    <ul>
      {files.map((file) => (
        <FileItem key={file.id} org={org} file={file} />
      ))}
    </ul>
  );
}

function FileItem({ org, file }: { org: string; file: File }) {
  const t = useTranslations("choice.consents");
  const locale = useLocale();
  const counts = [
    ["lineCount", file.lineCount],
    ["addedCount", file.addedCount],
    ["knownCount", file.knownCount],
    ["refusedCount", file.refusedCount],
  ] as const;
  return (
    <li className="border-b border-rule py-3">
      <b>{formatInstant(file.recordedAt, "Africa/Casablanca", locale)}</b> · {t(`extents.${file.extent}`)}
      <p>
        {counts.map(([name, count]) => (
          <span key={name} className="me-4 inline-block">
            {t(`counts.${name}`)} {formatNumber(count, locale)}
          </span>
        ))}
      </p>
      {file.keepUntil && (
        <p className="muted">{t("keepUntil", { day: formatDay(file.keepUntil, locale) })}</p>
      )}
      <p className="muted wrap-anywhere">
        SHA-256 <bdi dir="ltr">{file.sha256}</bdi>
      </p>
      {file.refusedCount > 0 && (
        <form method="post" action={`/api/consent-lines/${org}`}>
          <input type="hidden" name="id" value={file.id} />
          <input type="hidden" name="language" value={locale} />
          <Button type="submit" tone="bare">
            {t("takeLines")}
          </Button>
        </form>
      )}
    </li>
  );
}
