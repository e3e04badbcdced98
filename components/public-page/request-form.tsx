"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { InPlaceOfForm } from "@/components/form/in-place-of-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { RIGHTS } from "@/lib/domain/rights-request/rights";
import { submitPublicRequest } from "@/lib/features/public-page/actions";
import { ANSWER_MEANS, publicRequestSchema } from "@/lib/features/public-page/schema";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locale";

type Form = ReturnType<typeof useServerForm>;

type RequestFormProps = {
  address: string;
  locale: Locale;
  countries: readonly { value: string; label: string }[];
};

/** A right exercised by whom it belongs to, who may know neither its name nor which company holds the data. */
export function RequestForm({ address, locale, countries }: RequestFormProps) {
  const t = useTranslations("published.request");
  const form = useServerForm({
    action: bindAction(submitPublicRequest, address),
    schema: publicRequestSchema,
    initial: { language: locale },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("published"),
  });
  if (form.state.status === "done") return <Receipt receipt={form.state.once ?? []} />;
  return (
    <form key={form.key} {...form.props} className="answer-form print:hidden">
      <FormNotice {...form.notice} />
      <RightsFields form={form} />
      <TextInput
        {...form.field("client")}
        label={t("fields.client")}
        hint={t("hints.client")}
        dir="auto"
        optional
      />
      <TextArea
        {...form.field("words")}
        label={t("fields.words")}
        hint={t("hints.words")}
        rows={4}
        dir="auto"
        optional
      />
      <AnswerFields form={form} countries={countries} />
      <SubmitButton icon={Send} pending={form.pending}>
        {t("act")}
      </SubmitButton>
    </form>
  );
}

function RightsFields({ form }: { form: Form }) {
  const t = useTranslations("published.request");
  const ticked = [form.valueOf("rights") ?? []].flat().map(String);
  return (
    <FieldGroup id="rights" label={t("fields.rights")} error={form.errorOf("rights")}>
      {RIGHTS.map((right) => (
        <Checkbox
          key={right}
          id={`rights-${right}`}
          name="rights[]"
          value={right}
          label={t(`rights.${right}`)}
          defaultChecked={ticked.includes(right)}
        />
      ))}
    </FieldGroup>
  );
}

function AnswerFields({ form, countries }: { form: Form } & Pick<RequestFormProps, "countries">) {
  const t = useTranslations("published.request");
  const chosen = form.valueOf("answerBy");
  return (
    <>
      <RadioChoice
        {...form.choice("answerBy")}
        label={t("fields.answerBy")}
        choices={ANSWER_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
        defaultValue={typeof chosen === "string" ? chosen : undefined}
      />
      <TextInput
        {...form.field("contact")}
        label={t("fields.contact")}
        hint={t("hints.contact")}
        dir="ltr"
        required
      />
      <TextInput
        {...form.field("calledNumber")}
        label={t("fields.calledNumber")}
        hint={t("hints.calledNumber")}
        autoComplete="tel"
        dir="ltr"
        optional
      />
      <Select
        {...form.field("numberCountry")}
        label={t("fields.numberCountry")}
        hint={t("hints.numberCountry")}
        blank={t("noCountry")}
        options={countries}
      />
      <TextInput
        {...form.field("name")}
        label={t("fields.name")}
        hint={t("hints.name")}
        autoComplete="name"
        dir="auto"
        optional
      />
      <Select
        {...form.field("language")}
        label={t("fields.language")}
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        narrow
      />
    </>
  );
}

function Receipt({
  receipt: [reference, received, due, country, numbers, times, stop, more],
}: {
  receipt: readonly string[];
}) {
  const t = useTranslations("published.request.receipt");
  return (
    <InPlaceOfForm
      title={t("title")}
      texts={[
        t.rich("reference", { reference: reference ?? "", mark: (words) => <b dir="ltr">{words}</b> }),
        t("received", { when: received ?? "" }),
        ...(numbers ? [t.rich("numbers", { numbers, mark: (words) => <b dir="ltr">{words}</b> })] : []),
        ...(stop === "held" ? [t("stopHeld")] : []),
        ...(times ? [t("times", { times })] : []),
        ...(more === "more" ? [t("timesMore")] : []),
        ...(country === "asked" ? [t("country")] : []),
        t("relay"),
        t("due", { day: due ?? "" }),
        t("keep"),
      ]}
    />
  );
}
