"use client";

import { bindAction } from "@/components/form/bind-action";
import { SectionFrame } from "@/components/form/section-frame";
import type { Option } from "@/components/ui/text-input";
import { saveConsultation } from "@/lib/features/consultation/actions";
import type { loadConsultationForm } from "@/lib/features/consultation/loaders";
import { consultationFieldsSchema } from "@/lib/features/consultation/schema";
import { ConsultationFields } from "./consultation-fields";
import { useConsultationWords } from "./use-consultation-words";

type Loaded = Awaited<ReturnType<typeof loadConsultationForm>>;
type ConsultationFormProps = Pick<Loaded, "saved" | "values" | "instructions"> & {
  org: string;
  countries: readonly Option[];
};

export function ConsultationForm({ org, saved, values, instructions, countries }: ConsultationFormProps) {
  const words = useConsultationWords(instructions.options);
  return (
    <SectionFrame
      noun="consultation"
      action={bindAction(saveConsultation, org)}
      schema={consultationFieldsSchema}
      loaded={{ ...saved, values }}
      words={words}
      saved={{ id: saved.id }}
      back={`/${org}/telephone/consultations/${saved.id}`}
    >
      <ConsultationFields labels={words.labels} instructions={instructions} countries={countries} />
    </SectionFrame>
  );
}
