"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { POWERS } from "@/lib/domain/minor/authorisation";
import { RISKS, VERIFICATION_MEANS } from "@/lib/domain/minor/verification";
import { submitAuthorisation } from "@/lib/features/choice/actions";
import { authorisationSchema } from "@/lib/features/choice/schema";

type AuthorisationFormProps = {
  org: string;
  choice: { id: string; person: string };
  today: string;
  countries: readonly { value: string; label: string }[];
};

/** Records who authorised what a child agreed to, art. 8. */
export function AuthorisationForm({ org, choice, today, countries }: AuthorisationFormProps) {
  const t = useTranslations("choice.authorisation");
  const words = useTranslations("minor");
  const form = useServerForm({
    action: bindAction(submitAuthorisation, org),
    schema: authorisationSchema,
    initial: { choiceId: choice.id },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("choice"),
  });
  const labelled = (name: string) => ({
    ...form.field(name),
    label: t(`fields.${name}`),
    hint: t.has(`hints.${name}`) ? t(`hints.${name}`) : undefined,
  });
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="choiceId" value={choice.id} />
      <TextInput {...labelled("parent")} dir="auto" autoComplete="off" required />
      <Select
        {...labelled("power")}
        blank={t("choose")}
        options={POWERS.map((value) => ({ value, label: t(`powers.${value}`) }))}
        required
      />
      <div className="pair">
        <TextInput {...labelled("born")} type="date" max={today} required />
        <Select {...labelled("country")} blank={t("unknownCountry")} options={countries} />
      </div>
      <div className="pair">
        <Select
          {...labelled("risk")}
          blank={t("choose")}
          options={RISKS.map((value) => ({ value, label: words(`person.risks.${value}`) }))}
          required
        />
        <Select
          {...labelled("means")}
          blank={t("choose")}
          options={VERIFICATION_MEANS.map((value) => ({ value, label: words(`means.${value}`) }))}
          required
        />
      </div>
      <TextInput {...labelled("authorisedOn")} type="date" max={today} narrow required />
      <TextInput {...labelled("proof")} dir="auto" required />
      <div className="form-end">
        <SubmitButton icon={Check} pending={form.pending}>
          {t("record")}
        </SubmitButton>
        <LinkButton href={`/${org}/telephone/choices?person=${choice.person}`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
