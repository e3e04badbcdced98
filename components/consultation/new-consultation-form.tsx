"use client";

import { bindAction } from "@/components/form/bind-action";
import { BeginForm } from "@/components/form/begin-form";
import type { Option } from "@/components/ui/text-input";
import { addConsultation } from "@/lib/features/consultation/actions";
import { consultationCreateSchema } from "@/lib/features/consultation/schema";

export function NewConsultationForm({ org, controllers }: { org: string; controllers: readonly Option[] }) {
  return (
    <BeginForm
      noun="consultation"
      action={bindAction(addConsultation, org)}
      schema={consultationCreateSchema.pick({ controllerId: true, title: true })}
      controllers={controllers}
      back={`/${org}/telephone/consultations`}
    />
  );
}
