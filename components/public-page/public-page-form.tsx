"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormProvider, useFormAround } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { RowsGroup } from "@/components/form/rows-group";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { TextArea, TextInput } from "@/components/ui/text-input";
import type { Activity, Certification } from "@/lib/domain/public-page/content";
import { PUBLIC_PARTS, type PublicPart } from "@/lib/domain/public-page/parts";
import { submitPublicPage } from "@/lib/features/public-page/actions";
import { publicPageSchema } from "@/lib/features/public-page/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

type Settings = {
  address: string;
  parts: readonly PublicPart[];
  activity: Activity;
  certifications: readonly Certification[];
  version: number;
};

export function PublicPageForm({ org, settings }: { org: string; settings: Settings }) {
  const t = useTranslations("public-page");
  const parts = useTranslations("published.parts");
  const { version, ...initial } = settings;
  const form = useServerForm({
    action: bindAction(submitPublicPage, org),
    schema: publicPageSchema,
    initial: { ...initial, parts: [...initial.parts], certifications: [...initial.certifications] },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("public-page"),
  });
  return (
    <FormProvider value={form}>
      <form key={`${form.key} ${version}`} {...form.props}>
        <FormNotice {...form.notice} />
        <input type="hidden" name="version" value={version} />
        <TextInput
          {...form.field("address")}
          label={t("fields.address")}
          hint={t("hints.address")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
        />
        <CheckboxList
          name="parts"
          label={t("fields.parts")}
          hint={t("hints.parts")}
          error={form.errorOf("parts")}
          value={form.valueOf("parts")}
          options={PUBLIC_PARTS.map((part) => ({ id: part, label: parts(part) }))}
        />
        {LOCALES.map((locale) => (
          <TextArea
            key={locale}
            {...form.field(`activity.${locale}`)}
            label={t("fields.activityIn", { language: LOCALE_NAMES[locale] })}
            rows={3}
            lang={locale}
            dir="auto"
            optional
          />
        ))}
        <RowsGroup
          name="certifications"
          label={t("fields.certifications")}
          hint={t("hints.certifications")}
          nameOf={(number) => t("certification.one", { number })}
          addLabel={t("certification.add")}
          removeLabel={t("certification.remove")}
        >
          {(at) => <CertificationFields at={at} />}
        </RowsGroup>
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("save")}</SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}

function CertificationFields({ at }: { at: string }) {
  const t = useTranslations("public-page.certification");
  const { field } = useFormAround();
  return (
    <>
      <div className="pair">
        <TextInput {...field(`${at}.name`)} label={t("name")} dir="auto" />
        <TextInput {...field(`${at}.body`)} label={t("body")} dir="auto" optional />
      </div>
      <div className="pair">
        <TextInput {...field(`${at}.reference`)} label={t("reference")} dir="auto" optional />
        <TextInput {...field(`${at}.until`)} label={t("until")} type="date" narrow optional />
      </div>
    </>
  );
}
