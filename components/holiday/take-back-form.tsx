"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import type { Feast } from "@/lib/domain/time/moving-holidays";
import { submitHolidayTakeBack } from "@/lib/features/holiday/actions";
import { holidayTakeBackSchema } from "@/lib/features/holiday/schema";

type TakeBackFormProps = { org: string; feast: Feast; year: number; seen: string };

/** Takes an announcement back that was recorded by mistake; its line stays visible. */
export function TakeBackForm({ org, feast, year, seen }: TakeBackFormProps) {
  const t = useTranslations("holiday");
  const form = useServerForm({
    action: bindAction(submitHolidayTakeBack, org),
    schema: holidayTakeBackSchema,
    describeIssue: useNounIssues("holiday"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="feast" value={feast} />
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="seen" value={seen} />
      <SubmitButton tone="bare" pending={form.pending}>
        {t("takeBack")}
      </SubmitButton>
    </form>
  );
}
