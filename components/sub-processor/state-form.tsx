"use client";

import { bindAction } from "@/components/form/bind-action";
import { DatedEventForm } from "@/components/form/dated-event-form";
import type { SubProcessorEvent } from "@/lib/domain/sub-processor/lifecycle";
import { changeState } from "@/lib/features/sub-processor/actions";
import { subProcessorMoveSchema } from "@/lib/features/sub-processor/schema";

type StateFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly SubProcessorEvent[];
  today: string;
};

const schema = subProcessorMoveSchema.omit({ id: true, version: true });

export function StateForm({ org, ...of }: StateFormProps) {
  return (
    <DatedEventForm
      {...of}
      noun="sub-processor"
      action={bindAction(changeState, org)}
      schema={schema}
      back={`/${org}/sub-processors/${of.id}`}
    />
  );
}
