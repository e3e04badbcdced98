"use client";

import { CalendarOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { submitAbsence } from "@/lib/features/member/actions";
import { absenceSchema } from "@/lib/features/member/schema";

type AbsenceFormProps = {
  org: string;
  id: string;
  seen: string;
  today: string;
  initial: { fromOn: string; untilOn: string; substitute: string };
  substitutes: readonly { id: string; name: string }[];
};

/** Days on which a member is away, and who is shown the member's lines on them. */
export function AbsenceForm({ org, id, seen, today, initial, substitutes }: AbsenceFormProps) {
  const t = useTranslations("member");
  const form = useServerForm({
    action: bindAction(submitAbsence, org),
    schema: absenceSchema,
    initial,
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("member"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <div className="pair">
        <TextInput {...form.field("fromOn")} type="date" label={t("fields.fromOn")} />
        <TextInput {...form.field("untilOn")} type="date" min={today} label={t("fields.untilOn")} />
      </div>
      <Select
        {...form.field("substitute")}
        label={t("fields.substitute")}
        hint={t("absence.hint")}
        blank={t("absence.choose")}
        options={substitutes.map((one) => ({ value: one.id, label: one.name }))}
      />
      <div className="form-end">
        <SubmitButton icon={CalendarOff} tone="bare" pending={form.pending}>
          {t("absence.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
