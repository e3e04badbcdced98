"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import type { AttachmentNoun } from "@/lib/domain/attachment/subjects";
import { submitDocumentWithdrawal } from "@/lib/features/attachment/actions";
import { documentWithdrawSchema } from "@/lib/features/attachment/schema";

type WithdrawFormProps = {
  org: string;
  here: string;
  noun: AttachmentNoun;
  subjectId: string;
  file: { id: string; fileName: string };
};

/** Requires a reason; the file itself is retained. */
export function WithdrawForm({ org, here, noun, subjectId, file }: WithdrawFormProps) {
  const t = useTranslations("attachment");
  const form = useServerForm({
    action: bindAction(submitDocumentWithdrawal, org),
    schema: documentWithdrawSchema.pick({ reason: true }),
    labelOf: (path) => (path === "reason" ? t("reason", { name: file.fileName }) : undefined),
    describeIssue: ({ key }) => (key === "given" ? t("errors.given") : undefined),
  });
  return (
    <FormProvider value={form}>
      <form key={form.key} {...form.props} className="print:hidden">
        <FormNotice {...form.notice} />
        <input type="hidden" name="noun" value={noun} />
        <input type="hidden" name="subjectId" value={subjectId} />
        <input type="hidden" name="id" value={file.id} />
        <TextArea
          {...form.field("reason")}
          label={t("reason", { name: file.fileName })}
          hint={t("reasonHint")}
          dir="auto"
          required
        />
        <div className="form-end">
          <SubmitButton tone="irreversible" pending={form.pending}>
            {t("actWithdraw")}
          </SubmitButton>
          <LinkButton href={`${here}#documents`}>{t("cancel")}</LinkButton>
        </div>
      </form>
    </FormProvider>
  );
}
