"use client";

import { bindAction } from "@/components/form/bind-action";
import { BeginForm } from "@/components/form/begin-form";
import type { Option } from "@/components/ui/text-input";
import { addConsultation } from "@/lib/features/consultation/actions";
import { consultationCreateSchema } from "@/lib/features/consultation/schema";

type NewConsultationFormProps = { org: string; controllers: readonly Option[]; controllerId?: string };

export function NewConsultationForm({ org, controllers, controllerId }: NewConsultationFormProps) {
  return (
    <BeginForm
      noun="consultation"
      action={bindAction(addConsultation, org)}
      schema={consultationCreateSchema.pick({ controllerId: true, title: true })}
      controllers={controllers}
      controllerId={controllerId}
      back={`/${org}/telephone/consultations`}
    />
  );
}
