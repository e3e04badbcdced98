import { useLocale, useTranslations } from "next-intl";
import { Instant } from "@/components/ui/deadline";
import { Hash } from "@/components/ui/seal";
import { formatName } from "@/lib/domain/attachment/formats";
import type { loadDocuments } from "@/lib/features/attachment/loaders";
import { formatInstant } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadDocuments>>;
export type DocumentFile = NonNullable<Loaded["documents"][number]["current"]>;

type DocumentItemProps = {
  /** Download address of the organisation or portal; null where the file is only named. */
  files: string | null;
  file: DocumentFile;
};

/** Uses a plain anchor, because the router would try to navigate to the file. */
export function DocumentItem({ files, file }: DocumentItemProps) {
  const t = useTranslations("attachment");
  const locale = useLocale();
  const beside = [
    file.replaces && t("replaces", { name: file.replaces }),
    file.replacedBy && t("replacedBy", { name: file.replacedBy }),
  ].filter(Boolean);
  return (
    <>
      {files === null || file.isClosed ? (
        <bdi className="break-words">{file.fileName}</bdi>
      ) : (
        <a href={`${files}/${file.id}`} className="break-words">
          <bdi>{file.fileName}</bdi>
        </a>
      )}{" "}
      <span className="muted">
        {t("facts", { format: formatName(file.contentType), size: sizeOf(file.size, t) })}
      </span>
      <p className="muted text-[12.5px]">
        <Instant
          iso={new Date(file.at).toISOString()}
          text={formatInstant(file.at, "Africa/Casablanca", locale)}
        />
        {file.authorName && <> {t("by", { name: file.authorName })}</>} · {t("fingerprint")}{" "}
        <Hash value={file.sha256} />
        {beside.length > 0 && <> · {beside.join(" · ")}</>}
      </p>
      {file.closures.map(({ isClosed, at, authorName, reason }) => (
        <p key={at} className={isClosed && file.isClosed ? "reason" : "muted text-[12.5px]"}>
          {t(isClosed ? "closedOn" : "openedOn", {
            when: formatInstant(at, "Africa/Casablanca", locale),
            name: authorName,
            reason,
          })}{" "}
          {isClosed && file.isClosed && t("closedNote")}
        </p>
      ))}
    </>
  );
}

function sizeOf(bytes: number, t: ReturnType<typeof useTranslations<"attachment">>): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return t("kilobytes", { count: kilobytes });
  return t("megabytes", { count: Math.round(kilobytes / 102.4) / 10 });
}
