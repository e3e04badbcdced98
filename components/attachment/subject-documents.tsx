import { useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { readDocumentNotice } from "@/lib/domain/attachment/refusals";
import type { loadSubjectDocuments } from "@/lib/features/attachment/loaders";
import { DocumentForm } from "./document-form";
import { DocumentItem } from "./document-item";

type SubjectDocumentsProps = {
  contact: string;
  /** Path of the page. */
  here: string;
  of: Awaited<ReturnType<typeof loadSubjectDocuments>>;
  /** Query parameters: a refusal. */
  search: Record<string, string | string[] | undefined>;
};

export function SubjectDocuments({
  contact,
  here,
  of: { files, mayWrite, ...about },
  search,
}: SubjectDocumentsProps) {
  const t = useTranslations("attachment");
  return (
    <PortalPart id="documents" title={t("title")}>
      {files.length === 0 && <p className="muted mt-3">{t("none")}</p>}
      <ul>
        {files.map((file) => (
          <li key={file.id} className="border-b border-rule py-2">
            <DocumentItem files={`/api/portal/${contact}/files`} file={file} />
          </li>
        ))}
      </ul>
      {mayWrite && (
        <DocumentForm
          {...about}
          to={`/api/portal/${contact}/documents`}
          here={here}
          notice={readDocumentNotice(search)}
        />
      )}
    </PortalPart>
  );
}
