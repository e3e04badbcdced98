"use client";

import { FolderArchive } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { OwnPassword } from "@/components/form/own-password";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { RadioChoice } from "@/components/ui/choice";
import { Select, TextInput } from "@/components/ui/text-input";
import { askForDossier } from "@/lib/features/dossier/actions";
import { AUDIENCES, dossierFormSchema } from "@/lib/features/dossier/schema";
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
    schema: dossierFormSchema,
    initial: {
      language: locale,
      sections: sections.map(({ id }) => id),
      controllerIds: [],
    },
    labelOf: (path) =>
      path === "password"
        ? t("ownPassword.label")
        : t.has(`fields.${path}`)
          ? t(`fields.${path}`)
          : undefined,
    describeIssue: useNounIssues("dossier"),
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
        <CheckboxList
          name="controllerIds"
          label={t("fields.controllerIds")}
          hint={t("hints.controllerIds")}
          error={form.errorOf("controllerIds")}
          value={form.valueOf("controllerIds")}
          options={controllers.map(({ id, legalName }) => ({ id, label: <bdi>{legalName}</bdi> }))}
        />
        <CheckboxList
          name="sections"
          label={t("fields.sections")}
          hint={t("hints.sections")}
          error={form.errorOf("sections")}
          value={form.valueOf("sections")}
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
        <OwnPassword form={form} label={t("ownPassword.label")} hint={t("ownPassword.hint")} />
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
