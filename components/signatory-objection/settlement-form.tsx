"use client";

import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextArea } from "@/components/ui/text-input";
import { settle } from "@/lib/features/signatory-objection/actions";
import { objectionSettlementSchema } from "@/lib/features/signatory-objection/schema";

type SettlementFormProps = {
  org: string;
  id: string;
  acts: readonly { id: string; fileName: string; isBound: boolean }[];
};

/** Ends the objections to a signatory on a written act of the controller, of which a document is kept. */
export function SettlementForm({ org, id, acts }: SettlementFormProps) {
  const t = useTranslations("contact");
  const form = useServerForm({
    action: bindAction(settle, org),
    schema: objectionSettlementSchema,
    initial: { id },
    labelOf: (path) => t(path === "documentId" ? "settlement.document" : "settlement.source"),
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
      <Select
        {...form.field("documentId")}
        label={t("settlement.document")}
        hint={t("settlement.documentHint")}
        blank={t("settlement.noDocument")}
        options={acts.map(({ id: value, fileName, isBound }) => ({
          value,
          label: isBound ? fileName : t("settlement.unbound", { name: fileName }),
        }))}
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
