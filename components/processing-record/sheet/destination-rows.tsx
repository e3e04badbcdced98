"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import { PartialDateInput, Select, TextArea, TextInput, type Option } from "@/components/ui/text-input";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import { INSTRUMENTS } from "@/lib/domain/processing-record/content";
import type { LinkPick } from "./link-pick";
import type { SectionFormState } from "./section-form-state";
import { TransferSelect } from "./transfer-select";
import { useRows } from "@/components/form/use-rows";

type RowsProps = { form: SectionFormState; countries: readonly Option[]; pick?: LinkPick };

/** Article 30(2)(c): third countries and organisations with their safeguards. */
export function DestinationRows({ form, countries, pick }: RowsProps) {
  const t = useTranslations("record");
  const { rows, add, remove, canChange } = useRows(form.valueOf("destinations"));
  return (
    <FieldGroup
      id="destinations"
      label={t("fields.destinations")}
      hint={t("form.blankRows")}
      error={form.errorOf("destinations")}
    >
      {rows.map((row, index) => (
        <fieldset key={row} className="border-b border-rule pb-4">
          <legend className="muted pt-3">{t("form.destination", { number: index + 1 })}</legend>
          <Destination form={form} at={`destinations.${row}`} countries={countries} pick={pick} />
          {canChange && (
            <Button tone="bare" icon={X} onClick={() => remove(row)}>
              {t("form.remove")} <span className="sr">{t("form.destination", { number: index + 1 })}</span>
            </Button>
          )}
        </fieldset>
      ))}
      {canChange && (
        <Button className="mt-3" icon={Plus} onClick={add}>
          {t("form.addDestination")}
        </Button>
      )}
    </FieldGroup>
  );
}

function Destination({ form, at, countries, pick }: RowsProps & { at: string }) {
  const t = useTranslations("record");
  const field = (part: string) => ({
    ...form.choice(`${at}.${part}`),
    label: t(`destination.${part}`),
    defaultValue: String(form.valueOf(`${at}.${part}`) ?? ""),
  });
  return (
    <>
      {pick && <TransferSelect {...field("transferId")} pick={pick} countries={countries} />}
      <div className="pair">
        <Select {...field("country")} blank={t("form.chooseCountry")} options={countries} />
        <TextInput {...field("internationalOrganisation")} optional />
      </div>
      <div className="pair">
        <Select
          {...field("placeKind")}
          blank={t("form.choosePlaceKind")}
          options={PLACE_KINDS.map((value) => ({ value, label: t(`placeKindChoices.${value}`) }))}
        />
        <TextInput {...field("place")} placeholder={t("form.hints.place")} />
      </div>
      <div className="pair">
        <Select
          {...field("instrument")}
          blank={t("form.chooseInstrument")}
          options={INSTRUMENTS.map((value) => ({ value, label: t(`instruments.${value}`) }))}
        />
        <Select
          {...field("sccModule")}
          blank={t("form.chooseModule")}
          options={["1", "2", "3", "4"].map((value) => ({ value, label: t(`modules.${value}`) }))}
        />
      </div>
      <TextInput {...field("instrumentText")} optional />
      <div className="pair">
        <PartialDateInput {...field("signedOn")} />
        <PartialDateInput {...field("assessedOn")} />
      </div>
      <TextInput {...field("assessmentText")} optional hint={t("form.hints.assessedOn")} />
      <TextArea {...field("derogationDocuments")} optional rows={2} />
    </>
  );
}
