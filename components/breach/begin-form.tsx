"use client";

import { Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { startBreach } from "@/lib/features/breach/actions";
import { AWARENESS_ANSWERS, breachBeginSchema } from "@/lib/features/breach/schema";

type BeginFormProps = {
  org: string;
  now: { on: string; time: string };
  /** Client named by the link that led to the form; the file proposes it by its name. */
  touched?: string;
};

/** Hour zero: four fields, of which what happened alone cannot be left blank. */
export function BeginForm({ org, now, touched }: BeginFormProps) {
  const t = useTranslations("breach.begin");
  const form = useServerForm({
    action: bindAction(startBreach, org),
    schema: breachBeginSchema,
    initial: { ...now, touched },
    labelOf: (path) => (t.has(path) ? t(path) : undefined),
    describeIssue: useNounIssues("breach"),
  });
  return (
    <form key={form.key} {...form.props}>
      <Line>
        <FormNotice {...form.notice} />
        <TextArea {...form.field("what")} label={t("what")} hint={t("whatHint")} dir="auto" required />
        <RadioChoice
          {...form.choice("awareness")}
          label={t("awareness")}
          defaultValue={String(form.valueOf("awareness") ?? "")}
          choices={AWARENESS_ANSWERS.map((value) => ({
            value,
            label: t(`awarenesses.${value}.label`),
            hint: t(`awarenesses.${value}.hint`),
          }))}
        />
        <div className="pair">
          <TextInput {...form.field("on")} type="date" max={now.on} narrow label={t("on")} />
          <TextInput {...form.field("time")} type="time" narrow label={t("time")} hint={t("timeHint")} />
        </div>
        <TextInput
          {...form.field("reporter")}
          label={t("reporter")}
          hint={t("unknownHint")}
          dir="auto"
          optional
        />
        <TextArea
          {...form.field("touched")}
          rows={2}
          label={t("touched")}
          hint={t("touchedHint")}
          dir="auto"
          optional
        />
        <Checkbox
          name="isDrill"
          label={t("isDrill")}
          hint={t("isDrillHint")}
          defaultChecked={Boolean(form.valueOf("isDrill"))}
        />
        <div className="form-end">
          <SubmitButton icon={Siren} pending={form.pending}>
            {t("save")}
          </SubmitButton>
          <LinkButton href={`/${org}/breaches`}>{t("cancel")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}
