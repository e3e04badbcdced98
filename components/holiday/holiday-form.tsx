"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { submitHoliday } from "@/lib/features/holiday/actions";
import type { loadHolidays } from "@/lib/features/holiday/loaders";
import { holidayConfirmSchema } from "@/lib/features/holiday/schema";

type Feast = Awaited<ReturnType<typeof loadHolidays>>["feasts"][number];

/** Records the announced days of one feast; what was recorded before stays beside it. */
export function HolidayForm({ org, of, today }: { org: string; of: Feast; today: string }) {
  const t = useTranslations("holiday");
  const last = of.announcements[0];
  const form = useServerForm({
    action: bindAction(submitHoliday, org),
    schema: holidayConfirmSchema,
    initial: {
      days: (last?.days.length ? last.days : of.proposed).join("\n"),
      announcedOn: "",
      announcer: "",
    },
    labelOf: (path) => {
      const [field = ""] = path.split(".");
      return t.has(`fields.${field}`) ? t(`fields.${field}`) : undefined;
    },
    describeIssue: useNounIssues("holiday"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="feast" value={of.feast} />
      <input type="hidden" name="year" value={of.year} />
      <input type="hidden" name="seen" value={last?.id ?? ""} />
      <TextArea {...form.field("days")} label={t("fields.days")} hint={t("hints.days")} rows={2} />
      <div className="pair">
        <TextInput {...form.field("announcedOn")} type="date" max={today} label={t("fields.announcedOn")} />
        <TextInput {...form.field("announcer")} label={t("fields.announcer")} hint={t("hints.announcer")} />
      </div>
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t(last?.days.length ? "correct" : "confirm")}
        </SubmitButton>
      </div>
    </form>
  );
}
