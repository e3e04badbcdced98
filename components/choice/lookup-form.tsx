"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { submitChoiceLookup } from "@/lib/features/choice/actions";
import { choiceLookupSchema } from "@/lib/features/choice/schema";

/** Looks a person up by number or address, which is sent in the form, so that no address holds it. */
export function LookupForm({ org }: { org: string }) {
  const t = useTranslations("choice");
  const form = useServerForm({
    action: bindAction(submitChoiceLookup, org),
    schema: choiceLookupSchema,
    labelOf: () => t("fields.contact"),
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
      <SubmitButton icon={Search} pending={form.pending}>
        {t("lookup.act")}
      </SubmitButton>
    </form>
  );
}
