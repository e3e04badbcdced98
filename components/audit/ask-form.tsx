"use client";

import { FolderArchive } from "lucide-react";
import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { soleOf } from "@/components/form/sole-of";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import { submitDossier } from "@/lib/features/audit/actions";
import { askSchema } from "@/lib/features/audit/schema";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locale";

type AskFormProps = {
  id: string;
  controllers: readonly { id: string; legalName: string }[];
  isOfAll: boolean;
  language: Locale;
};

export function AskForm({ id, controllers, isOfAll, language }: AskFormProps) {
  const t = useTranslations("audit.dossiers");
  const form = useServerForm({
    action: bindAction(submitDossier, id),
    schema: askSchema,
    initial: { controllerId: isOfAll ? "" : (soleOf(controllers)?.id ?? ""), language },
    describeIssue: useNounIssues("audit", "audit.dossiers.issues"),
  });
  const options = controllers.map(({ id: value, legalName }) => ({ value, label: legalName }));
  return (
    <form key={form.key} {...form.props} className="print:hidden">
      <FormNotice {...form.notice} />
      <div className="pair">
        <ControllerSelect
          {...form.field("controllerId")}
          label={t("controller")}
          isNone={options.length === 0}
          blank={isOfAll ? undefined : t("chooseController")}
          options={isOfAll ? [{ value: "", label: t("all") }, ...options] : options}
        />
        <Select
          {...form.field("language")}
          label={t("language")}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        />
      </div>
      <div className="form-end">
        <SubmitButton icon={FolderArchive} pending={form.pending}>
          {t("ask")}
        </SubmitButton>
      </div>
    </form>
  );
}
