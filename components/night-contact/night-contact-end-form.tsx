"use client";

import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { submitNightContactEnd } from "@/lib/features/night-contact/actions";
import { nightContactEndSchema } from "@/lib/features/night-contact/schema";

const typedSchema = nightContactEndSchema.pick({ reason: true });

export function NightContactEndForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("night-contact");
  const form = useServerForm({
    action: bindAction(submitNightContactEnd, org),
    schema: typedSchema,
    labelOf: () => t("end.reason"),
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <TextArea {...form.field("reason")} label={t("end.reason")} required />
      <div className="form-end">
        <SubmitButton tone="irreversible" icon={UserMinus} pending={form.pending}>
          {t("end.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
