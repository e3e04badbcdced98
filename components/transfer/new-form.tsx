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
import type { TransferDraft } from "@/lib/domain/processing-record/transfer-draft";
import { FLOWS, TRANSFER_TOOLS } from "@/lib/domain/transfer/content";
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
  /** Words of the entry from which it is recorded. */
  draft?: TransferDraft;
};

const GROUPS: Readonly<Record<string, string>> = {
  address: "importer.address",
  tool: "tool.tool",
  module: "tool.module",
  signedOn: "tool.signedOn",
};

export function NewForm({
  org,
  controllers,
  controllerId,
  subProcessors,
  subProcessorId,
  countries,
  draft,
}: NewFormProps) {
  const t = useTranslations("transfer");
  const form = useServerForm({
    action: bindAction(addTransfer, org),
    schema: transferCreateSchema,
    initial: {
      ...draft,
      flow: draft?.flow ?? (subProcessorId && "to-sub-processor"),
      controllerId,
      subProcessorId,
    },
    labelOf: (path) => {
      const key = `fields.${GROUPS[path] ?? path}`;
      return t.has(key) ? t(key) : undefined;
    },
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
      <TextInput
        {...form.field("address")}
        label={t("fields.importer.address")}
        hint={t("new.addressHint")}
        dir="auto"
        optional
      />
      <div className="pair">
        <Select
          {...form.field("tool")}
          label={t("fields.tool.tool")}
          hint={t("new.toolHint")}
          options={TRANSFER_TOOLS.map((value) => ({ value, label: t(`choices.tool.${value}`) }))}
          blank={t("notStated")}
        />
        <Select
          {...form.field("module")}
          label={t("fields.tool.module")}
          options={["1", "2", "3", "4"].map((value) => ({ value, label: t(`choices.module.${value}`) }))}
          blank={t("notStated")}
        />
      </div>
      <TextInput {...form.field("signedOn")} label={t("fields.tool.signedOn")} type="date" narrow optional />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("new.save")}</SubmitButton>
        <LinkButton href={`/${org}/transfers`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
