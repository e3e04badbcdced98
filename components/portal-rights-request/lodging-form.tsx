"use client";

import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { HiddenInput } from "@/components/form/hidden-input";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { Checkbox } from "@/components/ui/choice";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { TimesQuestion } from "@/components/form/times-question";
import { startOfDay, type Zone } from "@/lib/domain/time/zones";
import { RIGHTS } from "@/lib/domain/rights-request/rights";
import { sendLodging } from "@/lib/features/portal-rights-request/actions";
import { lodgingSchema } from "@/lib/features/portal-rights-request/schema";
import { cityName } from "@/lib/i18n/calendar-words";

type LodgingFormProps = {
  contact: string;
  /** Today by the clock of `zone`, in which the day and hour of the receipt are typed. */
  today: string;
  zone: Zone;
};

/** Lodges a request of a data subject that the controller received itself. */
export function LodgingForm({ contact, today, zone }: LodgingFormProps) {
  const t = useTranslations("rights-request");
  const form = useServerForm({
    action: bindAction(sendLodging, contact),
    schema: lodgingSchema,
    labelOf: (path) => (t.has(`lodging.${path}`) ? t(`lodging.${path}`) : undefined),
    describeIssue: useNounIssues("rights-request"),
  });
  const city = cityName(zone, useLocale());
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <HiddenInput form={form} name="zone" value={zone} />
      <CheckboxList
        name="rights"
        label={t("lodging.rights")}
        error={form.errorOf("rights")}
        value={[form.valueOf("rights") ?? []].flat()}
        options={RIGHTS.map((id) => ({ id, label: t(`rights.${id}`) }))}
      />
      <div className="pair">
        <TextInput
          {...form.field("receivedOn")}
          type="date"
          max={today}
          narrow
          label={t("lodging.receivedOn")}
          hint={t("lodging.receivedHint")}
          required
        />
        <TextInput
          {...form.field("receivedTime")}
          type="time"
          narrow
          label={t("lodging.receivedTime")}
          hint={t("portal.clock", { city })}
          required
        />
      </div>
      <div className="pair">
        <TextInput {...form.field("name")} label={t("person.name")} dir="auto" optional />
        <TextInput {...form.field("contact")} label={t("lodging.contact")} dir="ltr" optional />
      </div>
      {Boolean(form.errorOf("contact") ?? form.valueOf("isContactMeant")) && (
        <Checkbox
          name="isContactMeant"
          label={t("lodging.isContactMeant")}
          defaultChecked={Boolean(form.valueOf("isContactMeant"))}
        />
      )}
      {Boolean(form.errorOf("contact") ?? form.valueOf("isAnother")) && (
        <Checkbox
          name="isAnother"
          label={t("lodging.isAnother")}
          defaultChecked={Boolean(form.valueOf("isAnother"))}
        />
      )}
      <TextArea {...form.field("words")} rows={4} label={t("person.words")} dir="auto" optional />
      <TimesQuestion form={form} at={startOfDay(zone, today)} />
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("lodging.send")}</SubmitButton>
      </div>
    </form>
  );
}
