"use client";

import { FolderArchive } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/text-input";
import { askForDossier } from "@/lib/features/dossier/actions";
import { AUDIENCES, dossierSchema } from "@/lib/features/dossier/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

type Named = { id: string; legalName: string };
type Section = { id: string; label: string };
type DossierFormProps = {
  org: string;
  today: string;
  controllers: readonly Named[];
  sections: readonly Section[];
};

export function DossierForm({ org, today, controllers, sections }: DossierFormProps) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  const form = useServerForm({
    action: bindAction(askForDossier, org),
    schema: dossierSchema,
    initial: {
      audience: "authority",
      language: locale,
      sections: sections.map(({ id }) => id),
      controllerIds: [],
    },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    say: useNounIssues("dossier"),
  });
  return (
    <form key={form.key} {...form.props}>
      <Line>
        <FormNotice {...form.notice} />
        <RadioChoice
          {...form.choice("audience")}
          label={t("fields.audience")}
          hint={t("hints.audience")}
          defaultValue={String(form.valueOf("audience") ?? "")}
          choices={AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        />
        <TextInput
          {...form.field("recipient")}
          label={t("fields.recipient")}
          hint={t("hints.recipient")}
          dir="auto"
          required
        />
        <Ticks
          name="controllerIds"
          label={t("fields.controllerIds")}
          hint={t("hints.controllerIds")}
          error={form.errorOf("controllerIds")}
          chosen={listOf(form.valueOf("controllerIds"))}
          options={controllers.map(({ id, legalName }) => ({ id, label: <bdi>{legalName}</bdi> }))}
        />
        <Ticks
          name="sections"
          label={t("fields.sections")}
          hint={t("hints.sections")}
          error={form.errorOf("sections")}
          chosen={listOf(form.valueOf("sections"))}
          options={sections}
        />
        <div className="pair">
          <Select
            {...form.field("language")}
            label={t("fields.language")}
            options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          />
          <TextInput
            {...form.field("on")}
            type="date"
            max={today}
            narrow
            label={t("fields.on")}
            hint={t("hints.on")}
            optional
          />
        </div>
        <div className="form-end">
          <SubmitButton icon={FolderArchive} pending={form.pending}>
            {t("make")}
          </SubmitButton>
          <LinkButton href={`/${org}/dossiers`}>{t("back")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}

type TicksProps = {
  name: string;
  label: string;
  hint: string;
  error?: string;
  chosen: readonly string[];
  options: readonly { id: string; label: ReactNode }[];
};

/** Boxes of one name, read as a list however many are ticked. */
function Ticks({ name, chosen, options, ...text }: TicksProps) {
  return (
    <FieldGroup id={name} {...text}>
      <div className="max-h-80 overflow-y-auto">
        {options.map(({ id, label }) => (
          <Checkbox
            key={id}
            id={`${name}-${id}`}
            name={`${name}[]`}
            value={id}
            label={label}
            defaultChecked={chosen.includes(id)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
