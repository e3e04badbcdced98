"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { submitExampleFilling } from "@/lib/features/example/actions";
import { exampleFillSchema } from "@/lib/features/example/schema";

export function FillForm({ org }: { org: string }) {
  const t = useTranslations("example");
  const form = useServerForm({
    action: bindAction(submitExampleFilling, org),
    schema: exampleFillSchema,
    describeIssue: ({ key }) => (key === "exampleAlready" ? t("already") : undefined),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("fill")}</SubmitButton>
      </div>
    </form>
  );
}
