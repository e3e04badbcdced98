import { useLocale, useTranslations } from "next-intl";
import { ReceivedFile } from "@/components/shell/received-file";
import type { loadCollection } from "@/lib/features/choice/loaders";
import { formatDay } from "@/lib/i18n/format";

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
  const { lineCount, addedCount, knownCount, refusedCount, endlessCount, keepUntil } = file;
  return (
    <ReceivedFile
      file={file}
      words="choice.consents"
      counts={{ lineCount, addedCount, knownCount, refusedCount }}
      linesAt={`/api/consent-lines/${org}`}
      about={<> · {t(`extents.${file.extent}`)}</>}
    >
      {endlessCount > 0 && <p>{t("endless", { count: endlessCount })}</p>}
      {keepUntil && <p className="muted">{t("keepUntil", { day: formatDay(keepUntil, locale) })}</p>}
    </ReceivedFile>
  );
}
