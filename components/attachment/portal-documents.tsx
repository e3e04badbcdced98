import type { ReactNode } from "react";
import { dayAt, formatDay, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

type PortalDocumentsProps = {
  contact: string;
  label: string;
  locale: Locale;
  files: readonly { id: string; fileName: string; at: number; of: string; status: ReactNode }[];
};

/** The documents of a portal, each a file to take: a plain anchor, so that the browser saves it. */
export function PortalDocuments({ contact, label, locale, files }: PortalDocumentsProps) {
  return (
    <ul className="portal-list" aria-label={label}>
      {files.map(({ id, fileName, at, of, status }) => (
        <li key={id}>
          <a href={`/api/portal/${contact}/files/${id}`} download>
            <span className="title">
              <bdi>{fileName}</bdi>
            </span>
            <span className="about">
              {joinParts([of, formatDay(dayAt(at, "Europe/Paris"), locale)], locale)}
            </span>
            {status && <span className="status">{status}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
