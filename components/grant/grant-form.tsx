"use client";

import { UserSearch } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { submitGrant } from "@/lib/features/grant/actions";
import { GRANT_COVERAGES, grantSchema } from "@/lib/features/grant/schema";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

type GrantFormProps = {
  org: string;
  today: string;
  requiresSecondFactor: boolean;
  controllers: readonly { id: string; legalName: string }[];
  sections: readonly { id: string; label: string }[];
};

export function GrantForm({ org, today, requiresSecondFactor, controllers, sections }: GrantFormProps) {
  const t = useTranslations("grant");
  const locale = useLocale();
  const form = useServerForm({
    action: bindAction(submitGrant, org),
    schema: grantSchema,
    initial: {
      language: locale,
      sections: [],
      controllerIds: [],
      requiresSecondFactor,
    },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("grant"),
  });
  const labelled = (name: string) => ({ label: t(`fields.${name}`), hint: hintOf(t, name) });
  // Asked for once the address has turned out to be of a client's domain.
  const isAddressAsked =
    form.errorOf("addressReason") !== undefined || Boolean(form.valueOf("addressReason"));
  return (
    <form key={form.key} {...form.props}>
      <Line>
        <FormNotice {...form.notice} />
        <div className="pair">
          <TextInput {...form.field("name")} {...labelled("name")} autoComplete="off" dir="auto" required />
          <TextInput
            {...form.field("email")}
            {...labelled("email")}
            type="email"
            autoComplete="off"
            dir="ltr"
            required
          />
        </div>
        <TextInput {...form.field("mandate")} {...labelled("mandate")} dir="auto" required />
        <TextArea {...form.field("reasons")} {...labelled("reasons")} rows={3} dir="auto" required />
        {isAddressAsked && (
          <TextArea
            {...form.field("addressReason")}
            {...labelled("addressReason")}
            rows={2}
            dir="auto"
            required
          />
        )}
        <RadioChoice
          {...form.choice("coverage")}
          {...labelled("coverage")}
          defaultValue={String(form.valueOf("coverage") ?? "")}
          choices={GRANT_COVERAGES.map((value) => ({ value, label: t(`coverages.${value}`) }))}
        />
        <CheckboxList
          name="controllerIds"
          {...labelled("controllerIds")}
          error={form.errorOf("controllerIds")}
          value={form.valueOf("controllerIds")}
          options={controllers.map(({ id, legalName }) => ({ id, label: <bdi>{legalName}</bdi> }))}
        />
        <CheckboxList
          name="sections"
          {...labelled("sections")}
          error={form.errorOf("sections")}
          value={form.valueOf("sections")}
          options={sections}
        />
        <div className="pair">
          <TextInput {...form.field("from")} {...labelled("from")} type="date" narrow optional />
          <TextInput
            {...form.field("until")}
            {...labelled("until")}
            type="date"
            min={today}
            narrow
            required
          />
        </div>
        <div className="pair">
          <TextInput {...form.field("on")} {...labelled("on")} type="date" max={today} narrow optional />
          <Select
            {...form.field("language")}
            {...labelled("language")}
            options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          />
        </div>
        <div className="mt-4">
          <Checkbox
            id="requiresSecondFactor"
            name="requiresSecondFactor"
            value="true"
            {...labelled("requiresSecondFactor")}
            defaultChecked={
              form.valueOf("requiresSecondFactor") === true || form.valueOf("requiresSecondFactor") === "true"
            }
          />
        </div>
        <div className="form-end">
          <SubmitButton icon={UserSearch} pending={form.pending}>
            {t("give")}
          </SubmitButton>
          <LinkButton href={`/${org}/auditors`}>{t("back")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}

function hintOf(t: ReturnType<typeof useTranslations>, name: string): string | undefined {
  return t.has(`hints.${name}`) ? t(`hints.${name}`) : undefined;
}
