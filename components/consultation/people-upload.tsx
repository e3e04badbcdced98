"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SubmissionField } from "@/components/form/submission-field";
import { SubmitButton } from "@/components/ui/button";
import { FileInput, Select, type Option } from "@/components/ui/text-input";
import { formatNumber } from "@/lib/i18n/format";
import { CountryColumnQuestion, OTHER_COUNTRY } from "@/components/form/country-column";
import { sendPeople } from "./send-people";

type Props = { org: string; id: string; error?: string; countries: readonly Option[] };

/** Says how many lines are read while a file is; without JavaScript it is sent and read all the same. */
export function PeopleUpload({ org, id, error, countries }: Props) {
  const t = useTranslations("consultation.people");
  const router = useRouter();
  const locale = useLocale();
  const [lines, setLines] = useState<number | null>(null);
  const [failure, setFailure] = useState(error);
  const action = `/api/consultation-people/${org}/${id}`;
  const send = async (form: HTMLFormElement) => {
    setFailure(undefined);
    setLines(0);
    const refused = await sendPeople(action, new FormData(form), setLines);
    setLines(null);
    if (refused) return setFailure(refused);
    form.reset();
    router.refresh();
  };
  const reason = failure && (t.has(`errors.${failure}`) ? t(`errors.${failure}`) : t("errors.failed"));
  const isOfCountry = failure === "ambiguousNumbers";
  const isOfColumn = failure === OTHER_COUNTRY;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <SubmissionField />
      <Select
        name="numberCountry"
        label={t("numberCountry")}
        hint={t("numberCountryHint")}
        blank={t("numberCountryBlank")}
        error={isOfCountry ? reason : undefined}
        options={countries}
      />
      <CountryColumnQuestion isRefused={isOfColumn} />
      <FileInput
        label={t("file")}
        hint={t("fileHint")}
        error={isOfCountry || isOfColumn ? undefined : reason}
        accept=".csv,text/csv"
      />
      <p role="status">{lines !== null && t("progress", { lines: formatNumber(lines, locale) })}</p>
      <div className="form-end">
        <SubmitButton pending={lines !== null}>{t("send")}</SubmitButton>
      </div>
    </form>
  );
}
