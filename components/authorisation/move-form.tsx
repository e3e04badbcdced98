"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import type { Evidence } from "@/lib/domain/authorisation/lifecycle";
import { DECISION_CHANNELS } from "@/lib/domain/authorisation/types";
import { stepRequest } from "@/lib/features/authorisation/actions";
import type { loadRequestMove } from "@/lib/features/authorisation/loaders";
import { requestMoveFieldsSchema } from "@/lib/features/authorisation/schema";

type Move = Awaited<ReturnType<typeof loadRequestMove>>;
type Form = ReturnType<typeof useServerForm>;

/** Telephone is included: a refusal by telephone is valid, while an approval asks for confirmation. */
const CHANNELS = DECISION_CHANNELS.filter((channel) => channel !== "portal");

const RECEIVED_BY = ["telephone", "e-mail", "letter", "meeting"] as const;

export function MoveForm({ org, move }: { org: string; move: Move }) {
  const t = useTranslations("authorisation");
  const { event, request, now, needs, isDecision, isNo, isPast } = move;
  const form = useServerForm({
    action: bindAction(stepRequest, org),
    schema: requestMoveFieldsSchema.omit({ event: true }),
    initial: isPast ? {} : now,
    labelOf: (path) => (t.has(`move.${path}`) ? t(`move.${path}`) : undefined),
    describeIssue: useNounIssues("authorisation", "authorisation.refusals"),
  });
  return (
    <form key={form.key} {...form.props}>
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <input type="hidden" name="event" value={event} />
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      {isDecision && <SourceFields move={move} form={form} />}
      {event === "receive" && (
        <Select
          {...form.field("channel")}
          label={t("move.howReceived")}
          blank={t("new.choose")}
          options={RECEIVED_BY.map((channel) => ({ value: channel, label: t(`receivedBy.${channel}`) }))}
          required
        />
      )}
      {event === "meet" && (
        <Select
          {...form.field("conditionId")}
          label={t("move.conditionId")}
          blank={t("new.choose")}
          options={move.conditions.map(({ id, text }) => ({ value: id, label: text }))}
          required
        />
      )}
      {needs.map((need) => (
        <EvidenceField
          key={need}
          need={need}
          form={form}
          source={event === "receive" ? "reportedBy" : isNo ? "heardBy" : "source"}
        />
      ))}
      {isNo && <OfANo form={form} />}
      {event === "approve" && (
        <TextArea
          {...form.field("conditions")}
          label={t("move.conditions")}
          hint={t("move.conditionsHint")}
          dir="auto"
          optional
        />
      )}
      {!isDecision && move.documents.length > 0 && <DocumentField move={move} form={form} optional />}
      {isPast && <p className="muted prose-line mt-4">{t("move.onPast")}</p>}
      <div className="pair">
        <TextInput {...form.field("on")} type="date" max={now.on} narrow label={t("move.on")} />
        <TextInput {...form.field("time")} type="time" narrow label={t("move.time")} />
      </div>
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t(`moves.${event}`)}</SubmitButton>
        <LinkButton href={`/${org}/authorisations/${request.id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}

function SourceFields({ move, form }: { move: Move; form: Form }) {
  const t = useTranslations("authorisation");
  return (
    <>
      <Select
        {...form.field("channel")}
        label={t("move.channel")}
        blank={t("new.choose")}
        options={CHANNELS.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
        required
      />
      <DocumentField move={move} form={form} optional={move.isNo} />
    </>
  );
}

function DocumentField({ move, form, optional }: { move: Move; form: Form; optional?: boolean }) {
  const t = useTranslations("authorisation.move");
  return (
    <Select
      {...form.field("document")}
      label={t("document")}
      hint={move.documents.length === 0 ? t("noDocument") : t("documentHint")}
      blank={t("none")}
      options={move.documents.map(({ id, fileName }) => ({ value: id, label: fileName }))}
      optional={optional}
    />
  );
}

/** Optional fields: a refusal needs no reason, article 28(2). */
function OfANo({ form }: { form: Form }) {
  const t = useTranslations("authorisation.move");
  return (
    <>
      <TextInput {...form.field("capacity")} label={t("capacity")} dir="auto" optional />
      <TextArea {...form.field("reason")} label={t("reason")} dir="auto" optional />
      <p className="muted prose-line">{t("spokenHint")}</p>
    </>
  );
}

type Source = "source" | "reportedBy" | "heardBy";

function EvidenceField({ need, form, source }: { need: Evidence; form: Form; source: Source }) {
  const t = useTranslations("authorisation.move");
  switch (need) {
    case "source":
      return (
        <TextInput
          {...form.field("source")}
          label={t(source)}
          hint={t(`${source}Hint`)}
          dir="auto"
          required
        />
      );
    case "signatory":
    case "capacity":
      return <TextInput {...form.field(need)} label={t(need)} dir="auto" required />;
    case "power":
      return (
        <TextInput {...form.field("power")} label={t("power")} hint={t("powerHint")} dir="auto" required />
      );
    case "reason":
      return <TextArea {...form.field("reason")} label={t("reason")} dir="auto" required />;
    case "text":
    case "recipient":
    case "document":
      return null;
  }
}
