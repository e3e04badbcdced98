"use client";

import { ChevronDown, Eraser } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { clearTexts } from "@/lib/features/journal/actions";
import { journalClearSchema } from "@/lib/features/journal/schema";

/** Clears texts whose retention has ended, article 5(1)(e); numbers and hashes remain. */
export function ClearTexts({ org }: { org: string }) {
  const t = useTranslations("journal-clear");
  const form = useServerForm({
    action: bindAction(clearTexts, org),
    schema: journalClearSchema,
    labelOf: (path) => (t.has(path) ? t(path) : undefined),
    describeIssue: useNounIssues("journal", "journal-clear.issues"),
  });
  return (
    <details className="mt-3 print:hidden">
      <summary className="muted">
        {t("title")} <Icon of={ChevronDown} small />
      </summary>
      <form {...form.props}>
        <FormNotice state={form.state} errors={form.errors} done={t("done")} />
        <p className="prose-line">{t("effect")}</p>
        <TextInput {...form.field("seqs")} label={t("seqs")} hint={t("seqsHint")} dir="ltr" required />
        <TextArea {...form.field("reason")} label={t("reason")} hint={t("reasonHint")} dir="auto" required />
        <div className="form-end">
          <SubmitButton tone="irreversible" icon={Eraser} pending={form.pending}>
            {t("act")}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
