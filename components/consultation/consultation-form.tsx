"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { saveConsultation } from "@/lib/features/consultation/actions";
import type { loadConsultationForm } from "@/lib/features/consultation/loaders";
import { consultationFieldsSchema } from "@/lib/features/consultation/schema";
import { ConsultationFields } from "./consultation-fields";
import { FIELD_NAMES, useConsultationWords } from "./use-consultation-words";

type Loaded = Awaited<ReturnType<typeof loadConsultationForm>>;
type ConsultationFormProps = Pick<Loaded, "saved" | "values" | "instructions"> & { org: string };

export function ConsultationForm({ org, saved, values, instructions }: ConsultationFormProps) {
  const t = useTranslations("consultation");
  const words = useConsultationWords(instructions);
  const form = useFlatForm({
    action: bindAction(saveConsultation, org),
    schema: consultationFieldsSchema,
    names: FIELD_NAMES,
    initial: values,
    version: saved.version,
    labelOf: (path) => (words.labels as Record<string, string>)[path.replace(/[.].*/, "")],
    describeIssue: useNounIssues("consultation"),
  });
  return (
    <FlatForm
      form={form}
      subject={saved.reference}
      {...words}
      saved={{ id: saved.id }}
      back={`/${org}/telephone/consultations/${saved.id}`}
      act={t("save")}
      cancel={t("cancel")}
    >
      <ConsultationFields labels={words.labels} instructions={instructions} />
    </FlatForm>
  );
}
