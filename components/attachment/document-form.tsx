import { useTranslations } from "next-intl";
import { SubmissionField } from "@/components/form/submission-field";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { FileInput } from "@/components/ui/text-input";
import { useReason } from "./use-reason";
import { ACCEPTED, MAX_DOCUMENT_MEGABYTES } from "@/lib/domain/attachment/formats";
import type { DocumentNotice } from "@/lib/domain/attachment/refusals";
import type { AttachmentNoun } from "@/lib/domain/attachment/subjects";

type DocumentFormProps = {
  /** Upload address, of an organisation or of a portal. */
  to: string;
  here: string;
  noun: AttachmentNoun;
  subjectId: string;
  /** The version that is replaced; absent for a document of its own. */
  replaced?: { id: string; fileName: string };
  notice: DocumentNotice | null;
};

export function DocumentForm({ to, here, noun, subjectId, replaced, notice }: DocumentFormProps) {
  const t = useTranslations("attachment");
  const about = new URLSearchParams({ noun, subjectId, ...(replaced && { replaces: replaced.id }) });
  return (
    <form method="post" encType="multipart/form-data" action={`${to}?${about}`} className="print:hidden">
      <SubmissionField />
      <FileInput
        id="document"
        label={replaced ? t("fieldReplace", { name: replaced.fileName }) : t("field")}
        hint={t("hint", { megabytes: MAX_DOCUMENT_MEGABYTES })}
        error={useReason(notice)}
        accept={ACCEPTED}
        autoFocus={notice !== null || undefined}
      />
      <div className="form-end">
        <SubmitButton tone={undefined}>{t(replaced ? "actReplace" : "act")}</SubmitButton>
        {replaced && <LinkButton href={`${here}#documents`}>{t("cancel")}</LinkButton>}
      </div>
    </form>
  );
}
