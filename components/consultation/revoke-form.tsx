"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitLinkRevocation } from "@/lib/features/consultation/actions";
import { linkRevokeSchema } from "@/lib/features/consultation/schema";

export function RevokeForm({ org, id, personId }: { org: string; id: string; personId: string }) {
  const t = useTranslations("consultation");
  const form = useServerForm({
    action: bindAction(submitLinkRevocation, org),
    schema: linkRevokeSchema.pick({ reason: true }),
    initial: {},
    labelOf: () => t("fields.reason"),
    describeIssue: useNounIssues("consultation"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="personId" value={personId} />
      <TextArea {...form.field("reason")} label={t("fields.reason")} dir="auto" rows={3} required />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("people.revoke")}</SubmitButton>
        <LinkButton href={`/${org}/telephone/consultations/${id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
