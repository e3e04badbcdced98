"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { DatedEventForm } from "@/components/form/dated-event-form";
import { useServerForm } from "@/components/form/use-server-form";
import type { SubProcessorEvent } from "@/lib/domain/sub-processor/lifecycle";
import { changeState } from "@/lib/features/sub-processor/actions";
import { subProcessorMoveSchema } from "@/lib/features/sub-processor/schema";
import { useSubProcessorIssues } from "./use-sub-processor-words";

type StateFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly SubProcessorEvent[];
  today: string;
};

/** What took it off the list or puts it back, on which day, and why. */
export function StateForm({ org, id, version, events, today }: StateFormProps) {
  const t = useTranslations("sub-processor");
  const form = useServerForm({
    action: bindAction(changeState, org),
    schema: subProcessorMoveSchema.omit({ id: true, version: true }),
    initial: { on: today, event: events[0] },
    labelOf: (path) => (t.has(`state.${path}`) ? t(`state.${path}`) : undefined),
    say: useSubProcessorIssues(),
  });
  return (
    <DatedEventForm
      form={form}
      of={{ id, version }}
      choices={events.map((value) => ({
        value,
        label: t(`events.${value}.label`),
        hint: t(`events.${value}.hint`),
      }))}
      today={today}
      back={`/${org}/sub-processors/${id}`}
      words={{
        event: t("state.event"),
        on: t("state.on"),
        reason: t("state.reason"),
        save: t("state.save"),
        cancel: t("cancel"),
        changedMeanwhile: t("changedMeanwhile"),
      }}
    />
  );
}
