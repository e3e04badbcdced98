"use client";

import { UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { personConfirmSchema } from "@/lib/features/portal/schema";
import { confirmPerson } from "@/lib/features/portal/actions";

/** Confirms that a person speaks for the reader's own company. */
export function ConfirmForm({ contact, id, name }: { contact: string; id: string; name: string }) {
  const t = useTranslations("portal");
  const form = useServerForm({
    action: bindAction(confirmPerson, contact),
    schema: personConfirmSchema,
    initial: { id },
    describeIssue: useNounIssues("portal"),
  });
  return (
    <form key={form.key} {...form.props} aria-label={name}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton icon={UserCheck} pending={form.pending}>
        {t("me.people.confirm")}
      </SubmitButton>
    </form>
  );
}
