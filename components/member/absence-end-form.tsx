"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { submitAbsenceEnd } from "@/lib/features/member/actions";
import { absenceEndSchema } from "@/lib/features/member/schema";

/** Takes an absence back; its row stays. */
export function AbsenceEndForm({ org, id, seen }: { org: string; id: string; seen: string }) {
  const t = useTranslations("member");
  const form = useServerForm({
    action: bindAction(submitAbsenceEnd, org),
    schema: absenceEndSchema,
    describeIssue: useNounIssues("member"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <SubmitButton tone="bare" pending={form.pending}>
        {t("absence.end")}
      </SubmitButton>
    </form>
  );
}
