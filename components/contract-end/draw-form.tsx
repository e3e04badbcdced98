"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { drawLines } from "@/lib/features/contract-end/actions";
import { linesDrawSchema } from "@/lib/features/contract-end/schema";
import { useEndIssues } from "./use-end-words";

export function DrawForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("contract-end.run");
  const form = useServerForm({
    action: bindAction(drawLines, org),
    schema: linesDrawSchema.omit({ id: true }),
    describeIssue: useEndIssues(),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice state={form.state} errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <div className="form-end">
        <SubmitButton tone={undefined} pending={form.pending}>
          {t("drawAgain")}
        </SubmitButton>
      </div>
    </form>
  );
}
