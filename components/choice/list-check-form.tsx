"use client";

import { ListChecks } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ControllerSelect } from "@/components/form/controller-select";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { FileInput, Select, TextInput } from "@/components/ui/text-input";
import { CHOICE_ACTS } from "@/lib/domain/choice/choices";
import type { ListCheckQuery } from "@/lib/features/choice/schema";
import { CountryColumnQuestion, OTHER_COUNTRY } from "@/components/form/country-column";
import { useDownload } from "./use-download";

type Options = readonly { value: string; label: string }[];
type ListCheckFormProps = {
  org: string;
  query: ListCheckQuery;
  today: string;
  controllers: readonly { id: string; legalName: string }[];
  countries: Options;
  /** Campaigns that send messages. */
  campaigns: Options;
};

const FIELDS = ["controllerId", "act", "purpose", "country", "day", "campaignId", "numberCountry"] as const;

/** Sends a list and takes it back with its answers. Without JavaScript the browser takes the file by itself. */
export function ListCheckForm({ org, query, today, controllers, countries, campaigns }: ListCheckFormProps) {
  const t = useTranslations("choice");
  const locale = useLocale();
  const { isPending, hasFailed, submit } = useDownload();
  const reason = hasFailed ? "failed" : query.error;
  const words =
    reason && t(t.has(`check.errors.${reason}`) ? `check.errors.${reason}` : "check.errors.failed");
  const asked = (name: (typeof FIELDS)[number]) => ({
    name,
    label: t(`check.fields.${name}`),
    defaultValue: query[name],
    error: query.at === name && words ? words : undefined,
  });
  const isOfColumn = query.error === OTHER_COUNTRY && !hasFailed;
  const isAnywhere = isOfColumn || (FIELDS.some((name) => name === query.at) && !hasFailed);
  return (
    <form method="post" encType="multipart/form-data" action={`/api/choice-checks/${org}`} onSubmit={submit}>
      <input type="hidden" name="language" value={locale} />
      <ControllerSelect
        {...asked("controllerId")}
        blank={t("chooseController")}
        options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        required
      />
      <div className="pair">
        <Select
          {...asked("act")}
          options={CHOICE_ACTS.map((value) => ({ value, label: t(`acts.${value}`) }))}
        />
        <Select
          {...asked("country")}
          blank={t("check.everyCountry")}
          options={countries}
          hint={t("hints.country")}
        />
      </div>
      <TextInput {...asked("purpose")} hint={t("check.purposeHint")} dir="auto" optional />
      <TextInput {...asked("day")} defaultValue={query.day || today} type="date" narrow required />
      {campaigns.length > 0 && (
        <Select
          {...asked("campaignId")}
          blank={t("check.noCampaign")}
          options={campaigns}
          hint={t("check.campaignHint")}
        />
      )}
      <Select
        {...asked("numberCountry")}
        blank={t("check.numberCountryBlank")}
        options={countries}
        hint={t("check.numberCountryHint")}
      />
      <CountryColumnQuestion isRefused={isOfColumn} defaultValue={query.countryColumn} />
      <FileInput
        label={t("check.file")}
        hint={t("check.fileHint")}
        error={words && !isAnywhere ? words : undefined}
        accept=".csv,.txt,text/csv,text/plain"
      />
      <div className="form-end">
        <SubmitButton icon={ListChecks} pending={isPending}>
          {t("check.act")}
        </SubmitButton>
        <LinkButton href={`/${org}/telephone/choices`}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
