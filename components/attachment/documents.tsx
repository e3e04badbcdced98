import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { readDocumentNotice } from "@/lib/domain/attachment/refusals";
import type { loadDocuments } from "@/lib/features/attachment/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { DocumentForm } from "./document-form";
import { DocumentItem, type DocumentFile } from "./document-item";
import { WithdrawForm } from "./withdraw-form";

type Loaded = Awaited<ReturnType<typeof loadDocuments>>;
type StandingDocument = Loaded["documents"][number] & { standing: DocumentFile };

type DocumentsProps = {
  org: string;
  /** The address of the sheet they stand on. */
  here: string;
  of: Loaded;
  article?: string;
  /** The address: a refusal, or which document is to be replaced or withdrawn. */
  search: Record<string, string | string[] | undefined>;
};

/** What was added to the sheet, each with its earlier versions; then, for whoever may, a form to add another. */
export function Documents({
  org,
  here,
  of: { documents, mayWrite, ...about },
  article,
  search,
}: DocumentsProps) {
  const t = useTranslations("attachment");
  const standing = documents.filter((document) => document.standing !== null) as StandingDocument[];
  const replaced = standing.find(({ last }) => last === search.replace);
  const asked = standing.find((document) => document.standing.id === search.withdraw)?.standing;
  const place = { ...about, here };
  const files = `/api/files/${org}`;
  return (
    <Part id="documents" title={t("title")} article={article}>
      {standing.length === 0 && <p className="muted mt-3">{t("none")}</p>}
      <ul>
        {standing.map(({ last, standing: file, earlier }) => (
          <li key={file.id} className="border-b border-rule py-2">
            <div className="flex flex-wrap items-start justify-between gap-x-4">
              <div>
                <DocumentItem files={files} file={file} />
              </div>
              {mayWrite && <Acts here={here} file={file} last={last} />}
            </div>
            {earlier.length > 0 && <Earlier files={files} of={earlier} />}
          </li>
        ))}
      </ul>
      <Withdrawn files={mayWrite ? files : null} of={documents.flatMap(({ withdrawn }) => withdrawn)} />
      {mayWrite && asked && (
        <Words of={["form", "attachment"]}>
          <WithdrawForm {...place} org={org} file={{ id: asked.id, fileName: asked.fileName }} />
        </Words>
      )}
      {mayWrite && !asked && (
        <DocumentForm
          {...place}
          to={`/api/documents/${org}`}
          replaced={replaced && { id: replaced.last, fileName: replaced.standing.fileName }}
          notice={readDocumentNotice(search)}
        />
      )}
    </Part>
  );
}

function Acts({ here, file, last }: { here: string; file: DocumentFile; last: string }) {
  const t = useTranslations("attachment");
  const acts = [
    ["replace", "replaceNamed", last],
    ["withdraw", "withdrawNamed", file.id],
  ] as const;
  return (
    <span className="flex flex-wrap print:hidden">
      {acts.map(([act, named, id]) => (
        <LinkButton key={act} tone="bare" href={`${here}?${act}=${id}#documents`}>
          <span aria-hidden="true">{t(act)}</span>
          <span className="sr">{t(named, { name: file.fileName })}</span>
        </LinkButton>
      ))}
    </span>
  );
}

/** What was put here by mistake, and why it no longer counts; without `files` it is named and not handed over. */
function Withdrawn({ files, of }: { files: string | null; of: readonly DocumentFile[] }) {
  const t = useTranslations("attachment");
  const locale = useLocale();
  if (of.length === 0) return null;
  return (
    <details>
      <summary className="muted py-1">{t("withdrawn", { count: of.length })}</summary>
      <ul className="ps-5">
        {of.map((file) => (
          <li key={file.id} className="py-1">
            <DocumentItem files={files} file={file} />
            {file.withdrawal && (
              <p className="muted">
                {t("withdrawnOn", {
                  when: formatInstant(file.withdrawal.at, "Africa/Casablanca", locale),
                  name: file.withdrawal.authorName,
                  reason: file.withdrawal.reason,
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Earlier({ files, of }: { files: string; of: readonly DocumentFile[] }) {
  const t = useTranslations("attachment");
  return (
    <details>
      <summary className="muted py-1">{t("earlier", { count: of.length })}</summary>
      <ul className="ps-5">
        {of.map((file) => (
          <li key={file.id} className="py-1">
            <DocumentItem files={files} file={file} />
          </li>
        ))}
      </ul>
    </details>
  );
}
