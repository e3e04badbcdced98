"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea } from "@/components/ui/text-input";
import { LINK_WORTHS } from "@/lib/domain/consultation/link";
import { submitLinkRevocation } from "@/lib/features/consultation/actions";
import { linkRevokeSchema } from "@/lib/features/consultation/schema";

type RevokeFormProps = {
  org: string;
  id: string;
  personId: string;
  /** True where an agreement given through the link stands: what it is worth is asked. */
  hasAgreed: boolean;
};

export function RevokeForm({ org, id, personId, hasAgreed }: RevokeFormProps) {
  const t = useTranslations("consultation");
  const form = useServerForm({
    action: bindAction(submitLinkRevocation, org),
    schema: linkRevokeSchema.pick({ reason: true, worth: true }),
    initial: {},
    labelOf: (path) => t(path === "worth" ? "fields.worth" : "fields.reason"),
    describeIssue: useNounIssues("consultation"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="personId" value={personId} />
      <TextArea {...form.field("reason")} label={t("fields.reason")} dir="auto" rows={3} required />
      {(hasAgreed || form.errorOf("worth") !== undefined) && (
        <RadioChoice
          {...form.choice("worth")}
          label={t("fields.worth")}
          choices={LINK_WORTHS.map((value) => ({
            value,
            label: t(`worths.${value}`),
            hint: t(`worthHints.${value}`),
          }))}
        />
      )}
      <div className="form-end">
        <SubmitButton tone="irreversible" pending={form.pending}>
          {t("people.revoke")}
        </SubmitButton>
        <LinkButton href={`/${org}/telephone/consultations/${id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
