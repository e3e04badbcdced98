"use client";

import { Check, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Select, TextInput } from "@/components/ui/text-input";
import { AUTHORISATION_DOUBTS, POWERS } from "@/lib/domain/minor/authorisation";
import { RISKS, VERIFICATION_MEANS } from "@/lib/domain/minor/verification";
import { submitAuthorisation, submitAuthorisationRequest } from "@/lib/features/choice/actions";
import {
  authorisationRequestSchema,
  authorisationSchema,
  type PARENTAL_WAYS,
} from "@/lib/features/choice/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

type AuthorisationFormProps = {
  org: string;
  choice: { id: string; person: string };
  way: (typeof PARENTAL_WAYS)[number];
  /** Territory of the number by which the person was looked up; empty where it is not known. */
  territory: string;
  today: string;
  countries: readonly { value: string; label: string }[];
};

const FORMS = {
  ask: { action: submitAuthorisationRequest, schema: authorisationRequestSchema },
  received: { action: submitAuthorisation, schema: authorisationSchema },
};

/** Asks somebody to authorise what a child agreed to, by a link, or records that they did, art. 8. */
export function AuthorisationForm({ org, choice, way, territory, ...of }: AuthorisationFormProps) {
  const { today, countries } = of;
  const t = useTranslations("choice.authorisation");
  const words = useTranslations("minor");
  const isAsked = way === "ask";
  // Nobody authorised yet what is only asked.
  const labelFor = (name: string) => (isAsked && name === "parent" ? "parentAsked" : name);
  const form = useServerForm({
    action: bindAction(FORMS[way].action, org),
    schema: FORMS[way].schema,
    initial: { choiceId: choice.id, language: "fr" },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${labelFor(path)}`) : undefined),
    describeIssue: useNounIssues("choice"),
  });
  const labelled = (name: string, hint = name) => ({
    ...form.field(name),
    label: t(`fields.${labelFor(name)}`),
    hint: t.has(`hints.${hint}`) ? t(`hints.${hint}`) : undefined,
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="choiceId" value={choice.id} />
      <input type="hidden" name="territory" value={territory} />
      <TextInput {...labelled("parent")} dir="auto" autoComplete="off" required />
      <Select
        {...labelled("power")}
        blank={t("choose")}
        options={POWERS.map((value) => ({ value, label: t(`powers.${value}`) }))}
        required
      />
      <div className="pair">
        <TextInput
          {...labelled("email", isAsked ? "emailAsked" : "email")}
          type="email"
          dir="ltr"
          autoComplete="off"
          required={isAsked}
        />
        <Select
          {...labelled("language")}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          required
        />
      </div>
      <div className="pair">
        <TextInput {...labelled("born")} type="date" max={today} required />
        <Select {...labelled("country")} blank={t("unknownCountry")} options={countries} />
      </div>
      <Select
        {...labelled("risk", isAsked ? "riskAsked" : "risk")}
        blank={t("choose")}
        options={RISKS.map((value) => ({ value, label: words(`person.risks.${value}`) }))}
        required
      />
      {!isAsked && (
        <>
          <Select
            {...labelled("means")}
            blank={t("choose")}
            options={VERIFICATION_MEANS.map((value) => ({ value, label: words(`means.${value}`) }))}
            required
          />
          <TextInput {...labelled("authorisedOn")} type="date" max={today} narrow required />
          <TextInput {...labelled("proof")} dir="auto" required />
        </>
      )}
      {AUTHORISATION_DOUBTS.filter((doubt) => form.errorOf(doubt) !== undefined).map((doubt) => (
        <Checkbox
          key={doubt}
          name={doubt}
          label={t(`fields.${doubt}`)}
          hint={form.errorOf(doubt)}
          defaultChecked={form.valueOf(doubt) !== undefined}
        />
      ))}
      <div className="form-end">
        <SubmitButton icon={isAsked ? Send : Check} pending={form.pending}>
          {t(isAsked ? "ask" : "record")}
        </SubmitButton>
        <LinkButton href={`/${org}/telephone/choices?person=${choice.person}&territory=${territory}`}>
          {t("back")}
        </LinkButton>
      </div>
    </form>
  );
}
