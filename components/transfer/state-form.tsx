"use client";

import { bindAction } from "@/components/form/bind-action";
import { DatedEventForm } from "@/components/form/dated-event-form";
import type { TransferEvent } from "@/lib/domain/transfer/lifecycle";
import { changeState } from "@/lib/features/transfer/actions";
import { transferMoveSchema } from "@/lib/features/transfer/schema";

type StateFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly TransferEvent[];
  today: string;
};

const schema = transferMoveSchema.omit({ id: true, version: true });

export function StateForm({ org, ...of }: StateFormProps) {
  return (
    <DatedEventForm
      {...of}
      noun="transfer"
      action={bindAction(changeState, org)}
      schema={schema}
      back={`/${org}/transfers/${of.id}`}
    />
  );
}
