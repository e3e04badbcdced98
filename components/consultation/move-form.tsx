"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { DatedEventForm } from "@/components/form/dated-event-form";
import type { ConsultationEvent } from "@/lib/domain/consultation/lifecycle";
import { changeConsultationState } from "@/lib/features/consultation/actions";
import { consultationMoveSchema } from "@/lib/features/consultation/schema";

type MoveFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly ConsultationEvent[];
  /** Latest day allowed. */
  today: string;
};

/** An opening that nothing warns of needs no reason. */
export function MoveForm({ org, ...move }: MoveFormProps) {
  const t = useTranslations("consultation.state");
  return (
    <DatedEventForm
      {...move}
      noun="consultation"
      action={bindAction(changeConsultationState, org)}
      schema={consultationMoveSchema.omit({ id: true, version: true })}
      back={`/${org}/telephone/consultations/${move.id}`}
      reasonHint={t("reasonHint")}
    />
  );
}
