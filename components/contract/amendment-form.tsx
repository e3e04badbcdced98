"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { TextInput } from "@/components/ui/text-input";
import { submitAmendment } from "@/lib/features/contract/actions";
import { amendmentFieldsSchema } from "@/lib/features/contract/schema";

type AmendmentFormProps = {
  org: string;
  contract: { id: string; version: number; reference: string };
  /** Absent for a new one. */
  amendment?: { id: string; title: string; signedOn: string | null; effectiveOn: string | null };
  today: string;
};

const NAMES = ["title", "signedOn", "effectiveOn"] as const;

export function AmendmentForm({ org, contract, amendment, today }: AmendmentFormProps) {
  const t = useTranslations("contract.amendments");
  const words = useTranslations("contract");
  const labels = Object.fromEntries(NAMES.map((name) => [name, t(`fields.${name}`)]));
  const form = useFlatForm({
    action: bindAction(submitAmendment, org),
    schema: amendmentFieldsSchema,
    names: NAMES,
    initial: amendment ?? {},
    version: contract.version,
    labelOf: (path) => labels[path],
    describeIssue: useNounIssues("contract"),
  });
  const back = `/${org}/contracts/${contract.id}#amendments`;
  return (
    <FlatForm
      form={form}
      subject={contract.reference}
      labels={labels}
      read={(_name, value) => (typeof value === "string" ? value : "")}
      saved={{ id: contract.id, amendment: amendment?.id ?? "" }}
      back={back}
      act={t(amendment ? "save" : "add")}
      cancel={words("cancel")}
    >
      <TextInput {...form.field("title")} label={labels.title} hint={t("hints.title")} dir="auto" required />
      <div className="pair">
        <TextInput
          {...form.field("signedOn")}
          type="date"
          max={today}
          label={labels.signedOn}
          hint={t("hints.signedOn")}
          narrow
          optional
        />
        <TextInput
          {...form.field("effectiveOn")}
          type="date"
          label={labels.effectiveOn}
          hint={t("hints.effectiveOn")}
          narrow
          optional
        />
      </div>
    </FlatForm>
  );
}
