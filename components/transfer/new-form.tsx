"use client";

import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { Select, TextInput, type Option } from "@/components/ui/text-input";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import { FLOWS } from "@/lib/domain/transfer/content";
import { addTransfer } from "@/lib/features/transfer/actions";
import { transferCreateSchema } from "@/lib/features/transfer/schema";
import type { CountryOption } from "@/lib/i18n/country-options";

type NewFormProps = {
  org: string;
  controllers: readonly Option[];
  controllerId?: string;
  subProcessors: readonly Option[];
  subProcessorId?: string;
  countries: readonly CountryOption[];
};

export function NewForm({
  org,
  controllers,
  controllerId,
  subProcessors,
  subProcessorId,
  countries,
}: NewFormProps) {
  const t = useTranslations("transfer");
  const form = useServerForm({
    action: bindAction(addTransfer, org),
    schema: transferCreateSchema,
    initial: {
      flow: subProcessorId && "to-sub-processor",
      controllerId,
      subProcessorId,
    },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("transfer"),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <RadioChoice
        {...form.choice("flow")}
        label={t("fields.flow")}
        defaultValue={String(form.valueOf("flow") ?? "")}
        choices={FLOWS.map((value) => ({ value, label: t(`flows.${value}`), hint: t(`flowHints.${value}`) }))}
      />
      <ControllerSelect
        {...form.field("controllerId")}
        label={t("fields.controllerId")}
        hint={t("new.controllerHint")}
        options={controllers}
        blank={t("new.choose")}
      />
      <Select
        {...form.field("subProcessorId")}
        label={t("fields.subProcessorId")}
        hint={t("new.subProcessorHint")}
        options={subProcessors}
        blank={t("link.none")}
      />
      <TextInput
        {...form.field("importerName")}
        label={t("fields.importerName")}
        hint={t("new.importerHint")}
        dir="auto"
        optional
      />
      <Select
        {...form.field("country")}
        label={t("fields.country")}
        hint={t("new.countryHint")}
        options={countries}
        blank={t("notStated")}
      />
      <Select
        {...form.field("placeKind")}
        label={t("fields.placeKind")}
        hint={t("hints.importer.placeKind")}
        options={PLACE_KINDS.map((value) => ({ value, label: t(`choices.placeKind.${value}`) }))}
        blank={t("notStated")}
      />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("new.save")}</SubmitButton>
        <LinkButton href={`/${org}/transfers`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
