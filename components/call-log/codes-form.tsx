"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import { CALL_OUTCOMES, type CallOutcome } from "@/lib/domain/call-log/outcomes";
import { submitOutcomes } from "@/lib/features/call-log/actions";
import { outcomesFormSchema } from "@/lib/features/call-log/schema";
import { formatNumber } from "@/lib/i18n/format";

type CodesFormProps = {
  org: string;
  id: string;
  codes: readonly { code: string; calls: number; outcome: CallOutcome }[];
};

/** Asks the meaning of each code of the dialler: a refusal that nobody names as one is not judged as one. */
export function CodesForm({ org, id, codes }: CodesFormProps) {
  const t = useTranslations("call-log");
  const locale = useLocale();
  const form = useServerForm({
    action: bindAction(submitOutcomes, org),
    schema: outcomesFormSchema,
    describeIssue: useNounIssues("call-log"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <div className="call-fields">
        {codes.map(({ code, calls, outcome }, index) => (
          <div key={code}>
            <input type="hidden" name="code" value={`=${code}`} />
            <Select
              name="outcome"
              id={`outcome-${index}`}
              label={t("codes.label", {
                code: code === "" ? t("codes.blank") : code,
                calls: formatNumber(calls, locale),
              })}
              options={CALL_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
              defaultValue={outcome}
            />
          </div>
        ))}
      </div>
      <div className="form-end">
        <SubmitButton icon={Check} tone={undefined} pending={form.pending}>
          {t("codes.save")}
        </SubmitButton>
      </div>
    </form>
  );
}
