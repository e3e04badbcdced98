import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/deadline";
import { Hash } from "@/components/ui/seal";
import { formatName } from "@/lib/domain/attachment/formats";
import type { DocumentNotice } from "@/lib/domain/attachment/refusals";
import type { loadDocuments } from "@/lib/features/attachment/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { DocumentForm } from "./document-form";

type Loaded = Awaited<ReturnType<typeof loadDocuments>>;
type DocumentFile = Loaded["documents"][number]["standing"];

type DocumentsProps = {
  org: string;
  /** The address of the sheet they stand on. */
  here: string;
  of: Loaded;
  article?: string;
  /** What the address says: a refusal, or which document is to be replaced. */
  notice: DocumentNotice | null;
  replace?: string;
};

/** What was added to the sheet, each with its earlier versions; then, for whoever may, a form to add another. */
export function Documents({
  org,
  here,
  of: { documents, mayWrite, ...about },
  article,
  notice,
  replace,
}: DocumentsProps) {
  const t = useTranslations("attachment");
  const replaced = documents.find(({ standing }) => standing.id === replace)?.standing;
  return (
    <Part id="documents" title={t("title")} article={article}>
      {documents.length === 0 && <p className="muted mt-3">{t("none")}</p>}
      <ul>
        {documents.map(({ standing, earlier }) => (
          <li key={standing.id} className="border-b border-rule py-2">
            <div className="flex flex-wrap items-start justify-between gap-x-4">
              <div>
                <Item org={org} file={standing} />
              </div>
              {mayWrite && <Replace here={here} file={standing} />}
            </div>
            {earlier.length > 0 && <Earlier org={org} files={earlier} />}
          </li>
        ))}
      </ul>
      {mayWrite && <DocumentForm {...about} org={org} here={here} replaced={replaced} notice={notice} />}
    </Part>
  );
}

function Replace({ here, file }: { here: string; file: DocumentFile }) {
  const t = useTranslations("attachment");
  return (
    <LinkButton tone="bare" className="print:hidden" href={`${here}?replace=${file.id}#documents`}>
      <span aria-hidden="true">{t("replace")}</span>
      <span className="sr">{t("replaceNamed", { name: file.fileName })}</span>
    </LinkButton>
  );
}

function Earlier({ org, files }: { org: string; files: readonly DocumentFile[] }) {
  const t = useTranslations("attachment");
  return (
    <details>
      <summary className="muted py-1">{t("earlier", { count: files.length })}</summary>
      <ul className="ps-5">
        {files.map((file) => (
          <li key={file.id} className="py-1">
            <Item org={org} file={file} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A plain anchor: the browser saves the file instead of the router opening it. */
function Item({ org, file }: { org: string; file: DocumentFile }) {
  const t = useTranslations("attachment");
  const locale = useLocale();
  return (
    <>
      <a href={`/api/files/${org}/${file.id}`} className="break-words">
        <bdi>{file.fileName}</bdi>
      </a>{" "}
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
      </p>
    </>
  );
}

function sizeOf(bytes: number, t: ReturnType<typeof useTranslations<"attachment">>): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return t("kilobytes", { count: kilobytes });
  return t("megabytes", { count: Math.round(kilobytes / 102.4) / 10 });
}
