"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select, TextInput, type Option } from "@/components/ui/text-input";
import { addConsultation } from "@/lib/features/consultation/actions";
import { consultationCreateSchema } from "@/lib/features/consultation/schema";

/** Asks whose consultation it is first: instructions and the rest are asked for afterwards. */
export function NewConsultationForm({ org, controllers }: { org: string; controllers: readonly Option[] }) {
  const t = useTranslations("consultation");
  const form = useServerForm({
    action: bindAction(addConsultation, org),
    schema: consultationCreateSchema.pick({ controllerId: true, title: true }),
    initial: {},
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("consultation"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <Select
        {...form.field("controllerId")}
        label={t("fields.controllerId")}
        options={controllers}
        blank={t("new.choose")}
        required
      />
      <TextInput
        {...form.field("title")}
        label={t("fields.title")}
        hint={t("hints.title")}
        dir="auto"
        required
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("new.save")}</SubmitButton>
        <LinkButton href={`/${org}/telephone/consultations`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
