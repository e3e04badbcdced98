"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { OWN_ANSWERS, OWN_NOTIFICATIONS, type Told } from "@/lib/domain/breach/own-notification";
import type { Zone } from "@/lib/domain/time/zones";
import { submitOwnNotification } from "@/lib/features/breach-notice/actions";
import { ownNotificationSchema } from "@/lib/features/breach-notice/schema";
import { cityName } from "@/lib/i18n/calendar-words";

export type OwnNotificationFormProps = {
  contact: string;
  /** The incident, or a notice of it. */
  about: string;
  /** Gives what is corrected, or the authority that is proposed; day and hour by the clock of `zone`. */
  initial: Partial<Told> & { kind: string; day: string; time: string };
  proposed: readonly string[];
  zone: Zone;
};

const NEW_ANSWERS = OWN_ANSWERS.filter((answer) => answer !== "withdrawn");

/** Asks what the controller did towards its authority or the persons; a correction has its reason. */
export function OwnNotificationForm({ contact, about, initial, proposed, zone }: OwnNotificationFormProps) {
  const t = useTranslations("breach-notice.own");
  const { correctsId } = initial;
  const form = useServerForm({
    action: bindAction(submitOwnNotification, contact),
    schema: ownNotificationSchema,
    initial,
    labelOf: (path) => (t.has(`form.${path}`) ? t(`form.${path}`) : undefined),
    describeIssue: useNounIssues("breach-notice"),
  });
  const city = cityName(zone, useLocale());
  const list = `authorities-${correctsId ?? "new"}`;
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={about} />
      <input type="hidden" name="zone" value={zone} />
      {correctsId && <input type="hidden" name="correctsId" value={correctsId} />}
      {correctsId ? (
        <input type="hidden" name="kind" value={initial.kind} />
      ) : (
        <RadioChoice
          {...form.choice("kind")}
          label={t("form.kind")}
          defaultValue={String(form.valueOf("kind") ?? "")}
          choices={OWN_NOTIFICATIONS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      )}
      <RadioChoice
        {...form.choice("answer")}
        label={t("form.answer")}
        defaultValue={String(form.valueOf("answer") ?? "")}
        choices={(correctsId ? OWN_ANSWERS : NEW_ANSWERS).map((value) => ({
          value,
          label: t(`answers.${value}`),
        }))}
      />
      <div className="pair">
        <TextInput {...form.field("day")} type="date" label={t("form.day")} narrow required />
        <TextInput
          {...form.field("time")}
          type="time"
          label={t("form.time")}
          hint={t("form.zone", { city })}
          narrow
          required
        />
      </div>
      {initial.kind !== "persons-stated" && (
        <>
          <TextInput
            {...form.field("authority")}
            label={t("form.authority")}
            hint={t("form.authorityHint")}
            list={list}
            autoComplete="off"
            dir="auto"
            optional
          />
          <datalist id={list}>
            {proposed.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
      <TextInput
        {...form.field("reference")}
        label={t("form.reference")}
        autoComplete="off"
        dir="auto"
        optional
      />
      {initial.kind !== "persons-stated" && (
        <TextArea
          {...form.field("delayReason")}
          label={t("form.delayReason")}
          hint={t("form.delayHint")}
          rows={2}
          dir="auto"
          optional
        />
      )}
      <TextArea
        {...form.field("note")}
        label={t("form.note")}
        hint={t("form.noteHint")}
        rows={2}
        dir="auto"
        optional
      />
      {correctsId && <TextInput {...form.field("reason")} label={t("form.reason")} dir="auto" required />}
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t(correctsId ? "correct" : "tell")}
        </SubmitButton>
      </div>
    </form>
  );
}
