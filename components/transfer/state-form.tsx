"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { DatedEventForm } from "@/components/form/dated-event-form";
import { useServerForm } from "@/components/form/use-server-form";
import type { TransferEvent } from "@/lib/domain/transfer/lifecycle";
import { changeState } from "@/lib/features/transfer/actions";
import { transferMoveSchema } from "@/lib/features/transfer/schema";
import { useTransferIssues } from "./use-transfer-words";

type StateFormProps = {
  org: string;
  id: string;
  version: number;
  events: readonly TransferEvent[];
  today: string;
};

/** What stopped a transfer or lets it go on, on which day, and why. */
export function StateForm({ org, id, version, events, today }: StateFormProps) {
  const t = useTranslations("transfer");
  const form = useServerForm({
    action: bindAction(changeState, org),
    schema: transferMoveSchema.omit({ id: true, version: true }),
    initial: { on: today, event: events[0] },
    labelOf: (path) => (t.has(`state.${path}`) ? t(`state.${path}`) : undefined),
    say: useTransferIssues(),
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
      back={`/${org}/transfers/${id}`}
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
