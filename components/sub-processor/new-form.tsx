"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { addSubProcessor } from "@/lib/features/sub-processor/actions";
import { subProcessorCreateSchema } from "@/lib/features/sub-processor/schema";
import type { CountryOption } from "@/lib/i18n/country-options";

type NewFormProps = {
  org: string;
  countries: readonly CountryOption[];
  /** Name found in a record; "" where none. */
  name: string;
};

/** Requires the minimum; the sheet asks for the rest. */
export function NewForm({ org, countries, name }: NewFormProps) {
  const t = useTranslations("sub-processor");
  const labels: Record<string, string> = {
    name: t("fields.name"),
    country: t("fields.country"),
    service: t("fields.activity"),
  };
  const form = useServerForm({
    action: bindAction(addSubProcessor, org),
    schema: subProcessorCreateSchema,
    initial: { name },
    labelOf: (path) => labels[path],
    describeIssue: useNounIssues("sub-processor"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <TextInput {...form.field("name")} label={labels.name} dir="auto" />
      <Select {...form.field("country")} label={labels.country} options={countries} blank={t("notStated")} />
      <TextArea
        {...form.field("service")}
        label={labels.service}
        hint={t("hints.service.service")}
        dir="auto"
        optional
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("new.save")}</SubmitButton>
        <LinkButton href={`/${org}/sub-processors`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
