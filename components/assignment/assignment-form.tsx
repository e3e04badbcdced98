"use client";

import { Check, Hand, Undo2, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { submitAssignment } from "@/lib/features/assignment/actions";
import { assignmentSchema } from "@/lib/features/assignment/schema";

type AssignmentFormProps = {
  org: string;
  line: string;
  seen: number;
  today: string;
  members: readonly { id: string; name: string }[];
  may: { take: boolean; handBack: boolean; finish: boolean };
};

/** Gives a line, takes it, hands it back, or closes an own task: one form, whose button says which. */
export function AssignmentForm({ org, line, seen, today, members, may }: AssignmentFormProps) {
  const t = useTranslations("assignment");
  const form = useServerForm({
    action: bindAction(submitAssignment, org),
    schema: assignmentSchema,
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("assignment"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="line" value={line} />
      <input type="hidden" name="seen" value={seen} />
      <Select
        {...form.field("member")}
        label={t("fields.member")}
        blank={t("choose")}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        {...form.field("untilOn")}
        type="date"
        min={today}
        label={t("fields.untilOn")}
        hint={t("hints.untilOn")}
      />
      <TextInput {...form.field("word")} maxLength={500} label={t("fields.word")} hint={t("hints.word")} />
      <div className="form-end">
        <SubmitButton name="act" value="give" icon={UserPlus} pending={form.pending}>
          {t("acts.give")}
        </SubmitButton>
        {may.take && (
          <SubmitButton tone="bare" name="act" value="take" icon={Hand} pending={form.pending}>
            {t("acts.take")}
          </SubmitButton>
        )}
        {may.handBack && (
          <SubmitButton tone="bare" name="act" value="hand-back" icon={Undo2} pending={form.pending}>
            {t("acts.hand-back")}
          </SubmitButton>
        )}
        {may.finish && (
          <SubmitButton tone="bare" name="act" value="finish" icon={Check} pending={form.pending}>
            {t("acts.finish")}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
