import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { readDocumentNotice } from "@/lib/domain/attachment/refusals";
import type { loadDocuments } from "@/lib/features/attachment/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { CloseForm } from "./close-form";
import { DocumentForm } from "./document-form";
import { DocumentItem, type DocumentFile } from "./document-item";
import { WithdrawForm } from "./withdraw-form";

type Loaded = Awaited<ReturnType<typeof loadDocuments>>;
type ListedDocument = Loaded["documents"][number] & { current: DocumentFile };

type DocumentsProps = {
  org: string;
  /** Path of the sheet. */
  here: string;
  of: Loaded;
  article?: string;
  /** Query parameters: a refusal, or the document to replace or withdraw. */
  search: Record<string, string | string[] | undefined>;
};

export function Documents({
  org,
  here,
  of: { documents, mayWrite, mayClose, ...about },
  article,
  search,
}: DocumentsProps) {
  const t = useTranslations("attachment");
  const status = documents.filter((document) => document.current !== null) as ListedDocument[];
  const replaced = status.find(({ last }) => last === search.replace);
  const shown = documents.flatMap(({ current: last, earlier }) => [...(last ? [last] : []), ...earlier]);
  const asked = mayWrite && shown.find(({ id, isWithdrawable }) => isWithdrawable && id === search.withdraw);
  const closing = mayClose && shown.find(({ id, isClosable }) => isClosable && id === search.close);
  const place = { ...about, here };
  const files = `/api/files/${org}`;
  return (
    <Part id="documents" title={t("title")} article={article}>
      {status.length === 0 && <p className="muted mt-3">{t("none")}</p>}
      <ul>
        {status.map(({ last, current: file, earlier }) => (
          <li key={file.id} className="border-b border-rule py-2">
            <div className="flex flex-wrap items-start justify-between gap-x-4">
              <div>
                <DocumentItem files={files} file={file} />
              </div>
              <Acts {...{ here, file, last, mayWrite, mayClose }} />
            </div>
            {earlier.length > 0 && <Earlier files={files} of={earlier} acts={{ here, mayClose }} />}
          </li>
        ))}
      </ul>
      <Withdrawn files={mayWrite ? files : null} of={documents.flatMap(({ withdrawn }) => withdrawn)} />
      {asked && (
        <Words of={["form", "attachment"]}>
          <WithdrawForm {...place} org={org} file={{ id: asked.id, fileName: asked.fileName }} />
        </Words>
      )}
      {closing && (
        <Words of={["form", "attachment"]}>
          <CloseForm {...place} org={org} file={closing} />
        </Words>
      )}
      {mayWrite && !asked && !closing && (
        <DocumentForm
          {...place}
          to={`/api/documents/${org}`}
          replaced={replaced && { id: replaced.last, fileName: replaced.current.fileName }}
          notice={readDocumentNotice(search)}
        />
      )}
    </Part>
  );
}

type ActsProps = {
  here: string;
  file: DocumentFile;
  /** True for the newest file of its line: only it can be replaced. */
  last?: string;
  mayWrite: boolean;
  mayClose: boolean;
};

function Acts({ here, file, last, mayWrite, mayClose }: ActsProps) {
  const t = useTranslations("attachment");
  const acts: [
    act: "replace" | "withdraw" | "close",
    word: "replace" | "withdraw" | "close" | "open",
    id: string,
  ][] = [];
  if (mayWrite && last) acts.push(["replace", "replace", last]);
  if (mayWrite && file.isWithdrawable) acts.push(["withdraw", "withdraw", file.id]);
  if (mayClose && file.isClosable) acts.push(["close", file.isClosed ? "open" : "close", file.id]);
  return (
    <span className="flex flex-wrap print:hidden">
      {acts.map(([act, word, id]) => (
        <LinkButton key={act} tone="bare" href={`${here}?${act}=${id}#documents`}>
          <span aria-hidden="true">{t(word)}</span>
          <span className="sr">{t(`${word}Named`, { name: file.fileName })}</span>
        </LinkButton>
      ))}
    </span>
  );
}

/** Names a withdrawn document with its reason; offers no download where `files` is null. */
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

type EarlierProps = {
  files: string;
  of: readonly DocumentFile[];
  acts: { here: string; mayClose: boolean };
};

function Earlier({ files, of, acts }: EarlierProps) {
  const t = useTranslations("attachment");
  return (
    <details>
      <summary className="muted py-1">{t("earlier", { count: of.length })}</summary>
      <ul className="ps-5">
        {of.map((file) => (
          <li key={file.id} className="py-1">
            <DocumentItem files={files} file={file} />
            <Acts {...acts} file={file} mayWrite={false} />
          </li>
        ))}
      </ul>
    </details>
  );
}
