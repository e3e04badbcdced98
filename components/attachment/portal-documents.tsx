import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Hash } from "@/components/ui/seal";
import { lastOf } from "@/lib/domain/invariant/required";
import type { Zone } from "@/lib/domain/time/zones";
import type { loadPortalDocuments } from "@/lib/features/attachment/loaders";
import { dayAt, formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

type File = Awaited<ReturnType<typeof loadPortalDocuments>>[number] & { of: string; status: ReactNode };

type PortalDocumentsProps = {
  contact: string;
  label: string;
  locale: Locale;
  zone: Zone;
  files: readonly File[];
};

/** Uses plain anchors, so that the browser saves the files. */
export function PortalDocuments({ contact, label, locale, zone, files }: PortalDocumentsProps) {
  return (
    <ul className="portal-list" aria-label={label}>
      {files.map((file) => (
        <li key={file.id}>
          {file.isClosed ? (
            <Closed file={file} locale={locale} zone={zone} />
          ) : (
            <a href={`/api/portal/${contact}/files/${file.id}`} download>
              <Named file={file} locale={locale} zone={zone} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

type NamedProps = { file: File; locale: Locale; zone: Zone };

function Named({ file, locale, zone }: NamedProps) {
  const t = useTranslations("attachment");
  const beside = [
    file.replaces && t("replaces", { name: file.replaces }),
    file.replacedBy && t("replacedBy", { name: file.replacedBy }),
  ].filter((words) => words !== null);
  return (
    <>
      <span className="title">
        <bdi>{file.fileName}</bdi>
      </span>
      <span className="about">
        {joinParts([file.of, formatDay(dayAt(file.at, zone), locale), ...beside], locale)}
      </span>
      {file.status && <span className="status">{file.status}</span>}
    </>
  );
}

/** A closed document shows its name, hash and reason; nobody can download its bytes. */
function Closed({ file, locale, zone }: NamedProps) {
  const t = useTranslations("attachment");
  const { at, authorName, reason } = lastOf(file.closures);
  return (
    <div className="py-2">
      <Named file={file} locale={locale} zone={zone} />
      <p className="reason">
        {t("closedOn", { when: formatInstant(at, zone, locale), name: authorName, reason })} {t("closedNote")}
      </p>
      <p className="muted text-[12.5px]">
        {t("fingerprint")} <Hash value={file.sha256} />
      </p>
    </div>
  );
}
