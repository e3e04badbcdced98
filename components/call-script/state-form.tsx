"use client";

import { bindAction } from "@/components/form/bind-action";
import { DatedEventForm } from "@/components/form/dated-event-form";
import type { ScriptEvent } from "@/lib/domain/call-script/lifecycle";
import { changeScriptState } from "@/lib/features/call-script/actions";
import { callScriptMoveSchema } from "@/lib/features/call-script/schema";

type StateFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly ScriptEvent[];
  today: string;
};

const schema = callScriptMoveSchema.omit({ id: true, version: true });

export function StateForm({ org, ...of }: StateFormProps) {
  return (
    <DatedEventForm
      {...of}
      noun="call-script"
      action={bindAction(changeScriptState, org)}
      schema={schema}
      back={`/${org}/telephone/scripts/${of.id}`}
    />
  );
}
