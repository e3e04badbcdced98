"use client";

import { UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { objectToPerson } from "@/lib/features/portal/actions";
import { personObjectionSchema } from "@/lib/features/portal/schema";

/** Objects to a person who may sign for the reader's own company. */
export function ObjectionForm({ contact, id, name }: { contact: string; id: string; name: string }) {
  const t = useTranslations("portal");
  const form = useServerForm({
    action: bindAction(objectToPerson, contact),
    schema: personObjectionSchema,
    initial: { id },
    labelOf: () => t("me.people.reason"),
    describeIssue: useNounIssues("portal"),
    idPrefix: `objection-${id}`,
  });
  return (
    <details>
      <summary>{t("me.people.object", { name })}</summary>
      <form key={form.key} {...form.props} aria-label={t("me.people.object", { name })}>
        <FormNotice {...form.notice} />
        <input type="hidden" name="id" value={id} />
        <TextArea
          {...form.field("reason")}
          label={t("me.people.reason")}
          hint={t("me.people.reasonHint")}
          required
        />
        <SubmitButton icon={UserX} pending={form.pending}>
          {t("me.people.sendObjection")}
        </SubmitButton>
      </form>
    </details>
  );
}
