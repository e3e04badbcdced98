"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { ListInput, Select, TextInput } from "@/components/ui/text-input";
import { READING_KINDS, READING_MEANS } from "@/lib/domain/call-script/readers";
import { submitReadings } from "@/lib/features/call-script/actions";
import { callScriptReadingSchema } from "@/lib/features/call-script/schema";

type AgentsFormProps = {
  org: string;
  script: { id: string; edition: number };
  /** Edition proposed: the one in use. */
  readEdition: number;
  today: string;
};

export function AgentsForm({ org, script, readEdition, today }: AgentsFormProps) {
  const t = useTranslations("call-script");
  const form = useServerForm({
    action: bindAction(submitReadings, org),
    schema: callScriptReadingSchema,
    initial: { edition: String(readEdition), on: today },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("call-script"),
  });
  const editions = Array.from({ length: script.edition }, (_, index) => String(script.edition - index));
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={script.id} />
      <RadioChoice
        {...form.choice("kind")}
        label={t("fields.kind")}
        defaultValue={String(form.valueOf("kind") ?? "")}
        choices={READING_KINDS.map((value) => ({ value, label: t(`kinds.${value}.label`) }))}
      />
      <ListInput
        {...form.field("agents")}
        label={t("fields.agents")}
        hint={t("hints.agents")}
        rows={6}
        dir="auto"
        autoComplete="off"
        required
      />
      <div className="pair">
        <Select
          {...form.field("edition")}
          label={t("fields.edition")}
          options={editions.map((value) => ({ value, label: value }))}
        />
        <TextInput {...form.field("on")} type="date" max={today} label={t("fields.on")} required />
      </div>
      <Select
        {...form.field("means")}
        label={t("fields.means")}
        blank={t("chooseMeans")}
        options={READING_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
        narrow
      />
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t("agents.act")}
        </SubmitButton>
        <LinkButton href={`/${org}/telephone/scripts/${script.id}`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
