"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { submitExampleClearing } from "@/lib/features/example/actions";
import { exampleClearSchema } from "@/lib/features/example/schema";

/** Requires a tick that the consequences were read. */
export function ClearForm({ org }: { org: string }) {
  const t = useTranslations("example");
  const form = useServerForm({
    action: bindAction(submitExampleClearing, org),
    schema: exampleClearSchema,
    labelOf: () => t("confirm"),
    describeIssue: ({ key }) =>
      key === "exampleConfirm" || key === "invalid" ? t("confirmFirst") : undefined,
  });
  const { error, ...confirmed } = form.choice("confirmed");
  return (
    <form key={form.key} {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <div className="input">
        <Checkbox
          {...confirmed}
          value="on"
          label={t("confirm")}
          hint={error}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <div className="form-end">
        <SubmitButton tone="irreversible" pending={form.pending}>
          {t("clear")}
        </SubmitButton>
        <LinkButton href={`/${org}`}>{t("keep")}</LinkButton>
      </div>
    </form>
  );
}
