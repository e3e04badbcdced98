"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { submitChoiceLookup } from "@/lib/features/choice/actions";
import { choiceLookupSchema } from "@/lib/features/choice/schema";

type LookupFormProps = {
  org: string;
  /** Countries by which a number without a code is read, the one of most controllers first. */
  countries: readonly { value: string; label: string }[];
  /** Country that was named last; empty where none was. */
  country: string;
};

/** Looks a person up by number or address, which is sent in the form, so that no address holds it. */
export function LookupForm({ org, countries, country }: LookupFormProps) {
  const t = useTranslations("choice");
  const form = useServerForm({
    action: bindAction(submitChoiceLookup, org),
    schema: choiceLookupSchema,
    initial: { country },
    labelOf: (path) => t(path === "country" ? "lookup.country" : "fields.contact"),
    describeIssue: useNounIssues("choice"),
  });
  return (
    <form {...form.props} key={form.key} className="print:hidden">
      <FormNotice {...form.notice} />
      <TextInput
        {...form.field("contact")}
        label={t("lookup.label")}
        hint={t("lookup.hint")}
        dir="ltr"
        autoComplete="off"
        narrow
        required
      />
      <Select
        {...form.field("country")}
        label={t("lookup.country")}
        hint={t("lookup.countryHint")}
        blank={t("lookup.everyCountry")}
        options={countries}
      />
      <SubmitButton icon={Search} pending={form.pending} className="mt-3">
        {t("lookup.act")}
      </SubmitButton>
    </form>
  );
}
