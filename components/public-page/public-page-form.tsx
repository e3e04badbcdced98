"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider, useFormAround } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { RowsGroup } from "@/components/form/rows-group";
import { useNounIssues } from "@/components/form/use-noun-issues";
import type { FormValues } from "@/components/form/form-paths";
import { useFlatForm } from "@/components/form/use-flat-form";
import { SubmitButton } from "@/components/ui/button";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { TextArea, TextInput } from "@/components/ui/text-input";
import type { Activity, Certification } from "@/lib/domain/public-page/content";
import { PUBLIC_PARTS, type PublicPart } from "@/lib/domain/public-page/parts";
import { submitPublicPage } from "@/lib/features/public-page/actions";
import { publicPageSchema } from "@/lib/features/public-page/schema";
import { SETTING_NAMES, useSettingsWords } from "./use-settings-words";

/** Fields of what the organisation does, with the language of each. */
const ACTIVITIES = [
  ["activityFr", "fr"],
  ["activityEn", "en"],
  ["activityAr", "ar"],
] as const;

type Settings = {
  address: string;
  parts: readonly PublicPart[];
  activity: Activity;
  certifications: readonly Certification[];
  version: number;
};

/** Spreads what the organisation does over one field for each language. */
function settingsAsTyped({ activity, ...stored }: FormValues): FormValues {
  const { fr, en, ar } = activity as Activity;
  return { ...stored, activityFr: fr, activityEn: en, activityAr: ar };
}

export function PublicPageForm({ org, settings }: { org: string; settings: Settings }) {
  const t = useTranslations("public-page");
  const parts = useTranslations("published.parts");
  const { labels, read } = useSettingsWords();
  const { version, ...initial } = settings;
  const form = useFlatForm({
    action: bindAction(submitPublicPage, org),
    schema: publicPageSchema,
    names: SETTING_NAMES,
    initial,
    version,
    asTyped: settingsAsTyped,
    labelOf: (path) => labels[path.replace(/[.].*/, "")],
    describeIssue: useNounIssues("public-page"),
  });
  return (
    <FormProvider value={form}>
      <FormNotice {...form.notice} />
      <FlatConflict
        form={form}
        subject={t("title")}
        {...{ labels, read }}
        theirsHref={`/${org}/public-page`}
      />
      <form key={`${form.key} ${form.hidden.version}`} {...form.props} hidden={form.isAside}>
        <input type="hidden" name="version" value={form.hidden.version} />
        <input type="hidden" name="base" value={form.hidden.base} />
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
        {ACTIVITIES.map(([name, lang]) => (
          <TextArea
            key={name}
            {...form.field(name)}
            label={labels[name]}
            rows={3}
            lang={lang}
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
