"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { setMeasureAside } from "@/lib/features/measure/actions";
import { measureRetireSchema } from "@/lib/features/measure/schema";
import { ConfirmTouched } from "./confirm-touched";

type RetireFormProps = {
  org: string;
  id: string;
  version: number;
  touched: { count: number; shown: ReactNode };
};

const typedSchema = measureRetireSchema.pick({ reason: true, confirmed: true });

/** Requires a reason and sight of the entries that name it. */
export function RetireForm({ org, id, version, touched }: RetireFormProps) {
  const t = useTranslations("measure");
  const form = useServerForm({
    action: bindAction(setMeasureAside, org),
    schema: typedSchema,
    labelOf: (path) => (path === "reason" ? t("fields.reason") : undefined),
    describeIssue: useNounIssues("measure"),
  });
  return (
    <FormProvider value={form}>
      <form key={form.key} {...form.props}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Line>
          <FormNotice {...form.notice} />
          {form.state.status === "conflict" && <p className="reason mt-3">{t("sheet.changedMeanwhile")}</p>}
          <TextArea
            {...form.field("reason")}
            label={t("fields.reason")}
            hint={t("retire.reasonHint")}
            required
          />
        </Line>
        {touched.shown}
        <Line>
          <ConfirmTouched count={touched.count} />
          <div className="form-end">
            <SubmitButton pending={form.pending}>{t("retire.act")}</SubmitButton>
            <LinkButton href={`/${org}/measures/${id}`}>{t("edit.cancel")}</LinkButton>
          </div>
        </Line>
      </form>
    </FormProvider>
  );
}
