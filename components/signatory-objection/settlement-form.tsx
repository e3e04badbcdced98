"use client";

import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { settle } from "@/lib/features/signatory-objection/actions";
import { objectionSettlementSchema } from "@/lib/features/signatory-objection/schema";

/** Ends the objections to a signatory on a written act of the controller. */
export function SettlementForm({ org, id }: { org: string; id: string }) {
  const t = useTranslations("contact");
  const form = useServerForm({
    action: bindAction(settle, org),
    schema: objectionSettlementSchema,
    initial: { id },
    labelOf: () => t("settlement.source"),
    describeIssue: useNounIssues("contact"),
    idPrefix: "settlement",
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        {...form.field("source")}
        label={t("settlement.source")}
        hint={t("settlement.hint")}
        required
      />
      <div className="form-end">
        <SubmitButton icon={Scale} pending={form.pending}>
          {t("settlement.act")}
        </SubmitButton>
      </div>
    </form>
  );
}
