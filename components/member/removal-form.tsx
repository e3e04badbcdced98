"use client";

import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitRemoval } from "@/lib/features/member/actions";
import { removalSchema } from "@/lib/features/member/schema";

const typedSchema = removalSchema.pick({ reason: true });

/** The reason goes to the journal; the letter to the person does not repeat it. */
export function RemovalForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("member");
  const form = useServerForm({
    action: bindAction(submitRemoval, org),
    schema: typedSchema,
    labelOf: (path) => (path === "reason" ? t("removal.reason") : undefined),
    describeIssue: useNounIssues("member"),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        {...form.field("reason")}
        label={t("removal.reason")}
        hint={t("removal.reasonHint")}
        optional
      />
      <div className="form-end">
        <SubmitButton tone="irreversible" icon={UserMinus} pending={form.pending}>
          {t("removal.act")}
        </SubmitButton>
        <LinkButton href={`/${org}/members/${id}`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
