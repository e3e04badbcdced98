"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { saveConfirmations } from "@/lib/features/breach/actions";
import { controllersConfirmSchema } from "@/lib/features/breach/schema";

type ConfirmFormProps = {
  org: string;
  breach: { id: string; version: number };
  proposed: readonly { id: string; legalName: string }[];
};

/** Confirms several proposed controllers together: none is ticked before a person has looked. */
export function ConfirmForm({ org, breach, proposed }: ConfirmFormProps) {
  const t = useTranslations("breach.confirm");
  const form = useServerForm({
    action: bindAction(saveConfirmations, org),
    schema: controllersConfirmSchema,
    labelOf: () => t("label"),
    describeIssue: useNounIssues("breach"),
  });
  const ticked = [form.valueOf("controllerIds") ?? []].flat();
  return (
    <form key={form.key} {...form.props} className="mt-3 print:hidden">
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      <input type="hidden" name="id" value={breach.id} />
      <input type="hidden" name="version" value={breach.version} />
      <FieldGroup id="controllerIds" label={t("label")} error={form.errorOf("controllerIds")}>
        {proposed.map(({ id, legalName }) => (
          <Checkbox
            key={id}
            id={`confirm-${id}`}
            name="controllerIds"
            value={id}
            label={legalName}
            defaultChecked={ticked.includes(id)}
          />
        ))}
      </FieldGroup>
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("act")}</SubmitButton>
      </div>
    </form>
  );
}
