"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitAnswer } from "@/lib/features/contract-end/actions";
import { lineFieldsSchema } from "@/lib/features/contract-end/schema";
import type { Line } from "./loaded-end";
import { useEndIssues } from "./use-end-words";

/** Requires a reason; the line reopens. */
export function ReopenLineForm({ org, line: { id, version } }: { org: string; line: Line }) {
  const t = useTranslations("contract-end.line");
  const form = useServerForm({
    action: bindAction(submitAnswer, org),
    schema: lineFieldsSchema.pick({ note: true }),
    labelOf: (path) => (path === "note" ? t("takeBackReason") : undefined),
    describeIssue: useEndIssues(),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="answer" value="taken-back" />
      <TextArea {...form.field("note")} label={t("takeBackReason")} dir="auto" required />
      <div className="form-end">
        <SubmitButton tone={undefined} pending={form.pending}>
          {t("takeBack")}
        </SubmitButton>
      </div>
    </form>
  );
}
