"use client";

import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea } from "@/components/ui/text-input";
import { saveControllerPlace } from "@/lib/features/breach/actions";
import { controllerPlaceSchema } from "@/lib/features/breach/schema";

type PlaceFormProps = {
  org: string;
  breach: { id: string; version: number };
  /** Absent where one is added by hand. */
  controllerId: string | null;
  others: readonly { id: string; legalName: string }[];
};

/** A person confirms that a controller is affected, or sets it aside and says why. */
export function PlaceForm({ org, breach, controllerId, others }: PlaceFormProps) {
  const t = useTranslations("breach.place");
  const form = useServerForm({
    action: bindAction(saveControllerPlace, org),
    schema: controllerPlaceSchema,
    labelOf: (path) => (t.has(path) ? t(path) : undefined),
    describeIssue: useNounIssues("breach"),
  });
  return (
    <form key={form.key} {...form.props}>
      <input type="hidden" name="id" value={breach.id} />
      <input type="hidden" name="version" value={breach.version} />
      {controllerId && <input type="hidden" name="controllerId" value={controllerId} />}
      <Line>
        <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
        {!controllerId && (
          <ControllerSelect
            {...form.field("controllerId")}
            label={t("controllerId")}
            blank={t("choose")}
            options={others.map(({ id, legalName }) => ({ value: id, label: legalName }))}
          />
        )}
        <RadioChoice
          {...form.choice("place")}
          label={t("place")}
          defaultValue={String(form.valueOf("place") ?? "")}
          choices={(["controller-confirmed", "controller-set-aside"] as const).map((value) => ({
            value,
            label: t(`places.${value}.label`),
            hint: t(`places.${value}.hint`),
          }))}
        />
        <TextArea {...form.field("reason")} rows={2} label={t("reason")} hint={t("reasonHint")} dir="auto" />
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("save")}</SubmitButton>
          <LinkButton href={`/${org}/breaches/${breach.id}`}>{t("cancel")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}
