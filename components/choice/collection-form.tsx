"use client";

import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import { submitCollection } from "@/lib/features/choice/actions";
import { collectionSchema } from "@/lib/features/choice/schema";

type CollectionFormProps = { org: string; controllers: readonly { id: string; legalName: string }[] };

export function CollectionForm({ org, controllers }: CollectionFormProps) {
  const t = useTranslations("choice.consents");
  const form = useServerForm({
    action: bindAction(submitCollection, org),
    schema: collectionSchema,
    initial: {},
    labelOf: (path) =>
      t.has(`fields.${path}`) ? t(`fields.${path}`) : t.has(`items.${path}`) ? t(`items.${path}`) : undefined,
    describeIssue: useNounIssues("choice"),
  });
  const labelled = (name: string) => ({
    ...form.field(name),
    label: t(`fields.${name}`),
    hint: t.has(`hints.${name}`) ? t(`hints.${name}`) : undefined,
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <ControllerSelect
        {...labelled("controllerId")}
        blank={t("chooseController")}
        options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        required
      />
      <TextInput {...labelled("title")} dir="auto" required />
      <TextInput {...labelled("purpose")} dir="auto" optional />
      <TextArea {...labelled("wording")} rows={5} dir="auto" required />
      {CONSENT_ITEMS.map((item) => (
        <Select
          key={item}
          {...form.field(item)}
          label={t(`items.${item}`)}
          blank={t("answers.unknown")}
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
      ))}
      <TextArea {...labelled("proofPlace")} rows={2} dir="auto" required />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("record")}</SubmitButton>
        <LinkButton href={`/${org}/telephone/consents`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
