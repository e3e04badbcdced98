"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import type { AttachmentNoun } from "@/lib/domain/attachment/subjects";
import { closeDocumentToView } from "@/lib/features/attachment/actions";
import { documentCloseSchema } from "@/lib/features/attachment/schema";

type CloseFormProps = {
  org: string;
  here: string;
  noun: AttachmentNoun;
  subjectId: string;
  file: { id: string; fileName: string; isClosed: boolean };
};

/** Requires a reason, which both sides see, to close or reopen access to a document. */
export function CloseForm({ org, here, noun, subjectId, file }: CloseFormProps) {
  const t = useTranslations("attachment");
  const label = t(file.isClosed ? "reasonOpen" : "reasonClose", { name: file.fileName });
  const form = useServerForm({
    action: bindAction(closeDocumentToView, org),
    schema: documentCloseSchema.pick({ reason: true }),
    labelOf: (path) => (path === "reason" ? label : undefined),
  });
  return (
    <FormProvider value={form}>
      <form key={form.key} {...form.props} className="print:hidden">
        <FormNotice {...form.notice} />
        <input type="hidden" name="noun" value={noun} />
        <input type="hidden" name="subjectId" value={subjectId} />
        <input type="hidden" name="id" value={file.id} />
        <input type="hidden" name="isClosed" value={String(!file.isClosed)} />
        <TextArea
          {...form.field("reason")}
          label={label}
          hint={t(file.isClosed ? "openHint" : "closeHint")}
          dir="auto"
          required
        />
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t(file.isClosed ? "actOpen" : "actClose")}</SubmitButton>
          <LinkButton href={`${here}#documents`}>{t("cancel")}</LinkButton>
        </div>
      </form>
    </FormProvider>
  );
}
