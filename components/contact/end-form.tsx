"use client";

import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { end } from "@/lib/features/contact/actions";
import { contactEndSchema } from "@/lib/features/contact/schema";

const typedSchema = contactEndSchema.pick({ reason: true });

/** The reason goes to the journal; the letter to the person does not repeat it. */
export function EndForm({ org, id, controllerId }: { org: string; id: string; controllerId: string }) {
  const t = useTranslations("contact");
  const form = useServerForm({
    action: bindAction(end, org),
    schema: typedSchema,
    labelOf: () => t("end.reason"),
    describeIssue: useNounIssues("contact"),
  });
  return (
    <form {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <TextArea {...form.field("reason")} label={t("end.reason")} hint={t("end.reasonHint")} required />
      <div className="form-end">
        <SubmitButton tone="irreversible" icon={UserMinus} pending={form.pending}>
          {t("end.act")}
        </SubmitButton>
        <LinkButton href={`/${org}/controllers/${controllerId}#contacts`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
