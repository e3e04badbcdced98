"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { saveRequest } from "@/lib/features/authorisation/actions";
import type { loadRequest } from "@/lib/features/authorisation/loaders";
import { requestFieldsSchema } from "@/lib/features/authorisation/schema";

type RequestFormProps = { org: string; of: Awaited<ReturnType<typeof loadRequest>>["request"] };

const NAMES = ["recipient", "text"] as const;

export function RequestForm({ org, of }: RequestFormProps) {
  const t = useTranslations("authorisation");
  const labels = { recipient: t("edit.recipient"), text: t("edit.text") };
  const form = useFlatForm({
    names: NAMES,
    initial: { recipient: of.recipient, text: of.text },
    version: of.version,
    action: bindAction(saveRequest, org),
    schema: requestFieldsSchema,
    labelOf: (path) => labels[path as keyof typeof labels],
    describeIssue: useNounIssues("authorisation", "authorisation.refusals"),
  });
  return (
    <FlatForm
      form={form}
      subject={of.reference}
      read={(_name, value) => String(value ?? "")}
      labels={labels}
      saved={{ id: of.id }}
      back={`/${org}/authorisations/${of.id}`}
      act={t("edit.act")}
      cancel={t("cancel")}
    >
      <TextInput
        {...form.field("recipient")}
        type="email"
        dir="ltr"
        label={labels.recipient}
        hint={t("edit.recipientHint")}
        required
      />
      <TextArea
        {...form.field("text")}
        rows={18}
        dir="auto"
        label={labels.text}
        hint={t("edit.textHint")}
        required
      />
    </FlatForm>
  );
}
