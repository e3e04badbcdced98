"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Part } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { addCallScript } from "@/lib/features/call-script/actions";
import { callScriptCreateSchema } from "@/lib/features/call-script/schema";

export type ScriptController = { id: string; legalName: string };

type SaveScriptFormProps = {
  org: string;
  text: string;
  recorded: string;
  controllers: readonly ScriptController[];
};

/** Stores a text that was checked. */
export function SaveScriptForm({ org, text, recorded, controllers }: SaveScriptFormProps) {
  const t = useTranslations("call-script");
  const form = useServerForm({
    action: bindAction(addCallScript, org),
    schema: callScriptCreateSchema,
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("call-script"),
  });
  return (
    <Part id="keep" title={t("keep.title")}>
      <form {...form.props} key={form.key}>
        <p className="muted">{t("keep.lead")}</p>
        <FormNotice {...form.notice} />
        <input type="hidden" name="text" value={text} />
        <input type="hidden" name="isRecorded" value={recorded} />
        <input type="hidden" name="language" value="fr" />
        <TextInput {...form.field("title")} label={t("fields.title")} dir="auto" required />
        <ControllerSelect
          {...form.field("controllerId")}
          label={t("fields.controllerId")}
          blank={t("chooseController")}
          options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
          required
        />
        <div className="form-end">
          <SubmitButton icon={Check} pending={form.pending}>
            {t("keep.act")}
          </SubmitButton>
        </div>
      </form>
    </Part>
  );
}
