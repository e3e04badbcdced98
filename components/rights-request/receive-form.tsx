"use client";

import { Hand } from "lucide-react";
import { useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { Checkbox } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { instantAt } from "@/lib/domain/time/zones";
import { TimesQuestion } from "@/components/form/times-question";
import { CHANNELS, RIGHTS } from "@/lib/domain/rights-request/rights";
import { submitRequest } from "@/lib/features/rights-request/actions";
import { requestReceiveSchema } from "@/lib/features/rights-request/schema";

type ReceiveFormProps = {
  org: string;
  now: { on: string; time: string };
  controllers: readonly { id: string; legalName: string }[];
  /** Named by the link that led to the form. */
  controllerId?: string;
};
type Form = ReturnType<typeof useServerForm>;

/** `id` of the form, for the file input outside it. */
export const RECEIVE = "receive-request";

/** A request as it was made: its controller may be unknown, its person is asked for as little as an answer needs. */
export function ReceiveForm({ org, now, controllers, controllerId }: ReceiveFormProps) {
  const t = useTranslations("rights-request.receive");
  const form = useServerForm({
    action: bindAction(submitRequest, org),
    schema: requestReceiveSchema,
    initial: { ...now, controllerId },
    labelOf: (path) => (t.has(path) ? t(path) : undefined),
    describeIssue: useNounIssues("rights-request"),
  });
  return (
    <form key={form.key} {...form.props} id={RECEIVE}>
      <Line>
        <FormNotice {...form.notice} />
        <AskedFields form={form} today={now.on} />
        <TextInput {...form.field("clue")} label={t("clue")} hint={t("clueHint")} dir="auto" optional />
        <ControllerSelect
          {...form.field("controllerId")}
          label={t("controllerId")}
          blank={t("unknown")}
          options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        />
        <p className="muted mt-4">{t("warning")}</p>
        <PersonFields form={form} now={instantAt("Africa/Casablanca", now.on, now.time)} />
        <div className="form-end">
          <SubmitButton icon={Hand} pending={form.pending}>
            {t("save")}
          </SubmitButton>
          <LinkButton href={`/${org}/rights-requests`}>{t("cancel")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}

function AskedFields({ form, today }: { form: Form; today: string }) {
  const t = useTranslations("rights-request");
  return (
    <>
      <CheckboxList
        name="rights"
        label={t("receive.rights")}
        hint={t("receive.rightsHint")}
        error={form.errorOf("rights")}
        value={[form.valueOf("rights") ?? []].flat()}
        options={RIGHTS.map((id) => ({ id, label: t(`rights.${id}`) }))}
      />
      <Select
        {...form.field("channel")}
        label={t("receive.channel")}
        blank={t("form.choose")}
        options={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
        narrow
        required
      />
      <div className="pair">
        <TextInput {...form.field("on")} type="date" max={today} narrow label={t("receive.on")} />
        <TextInput
          {...form.field("time")}
          type="time"
          narrow
          label={t("receive.time")}
          hint={t("receive.casablanca")}
        />
      </div>
    </>
  );
}

function PersonFields({ form, now }: { form: Form; now: number }) {
  const t = useTranslations("rights-request.receive");
  return (
    <>
      <TextInput {...form.field("name")} label={t("name")} dir="auto" autoComplete="off" optional />
      <TextInput
        {...form.field("contact")}
        label={t("contact")}
        hint={t("contactHint")}
        dir="ltr"
        autoComplete="off"
        optional
      />
      {Boolean(form.errorOf("contact") ?? form.valueOf("isContactMeant")) && (
        <Checkbox
          name="isContactMeant"
          label={t("isContactMeant")}
          defaultChecked={Boolean(form.valueOf("isContactMeant"))}
        />
      )}
      <TextArea
        {...form.field("words")}
        rows={3}
        label={t("words")}
        hint={t("wordsHint")}
        dir="auto"
        optional
      />
      <TimesQuestion form={form} at={now} />
      <Checkbox
        name="isIdentityDoubted"
        label={t("isIdentityDoubted")}
        hint={t("isIdentityDoubtedHint")}
        defaultChecked={Boolean(form.valueOf("isIdentityDoubted"))}
      />
    </>
  );
}
