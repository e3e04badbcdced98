"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { submitWithdrawal } from "@/lib/features/internal-note/actions";
import { withdrawalSchema } from "@/lib/features/internal-note/schema";

/** Withdraws a note, whose texts are cleared. */
export function WithdrawalForm({ org, note }: { org: string; note: { id: string; seen: number } }) {
  const t = useTranslations("internal-note");
  const form = useServerForm({
    action: bindAction(submitWithdrawal, org),
    schema: withdrawalSchema,
    describeIssue: useNounIssues("internal-note"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="note" value={note.id} />
      <input type="hidden" name="seen" value={note.seen} />
      <p className="pt-3">{t("withdrawal.text")}</p>
      <div className="form-end">
        <SubmitButton tone="irreversible" icon={Undo2} pending={form.pending}>
          {t("acts.withdraw")}
        </SubmitButton>
      </div>
    </form>
  );
}
