"use client";

import { useTranslations } from "next-intl";
import { InstructionSelect } from "@/components/form/instruction-select";
import { useFormAround } from "@/components/form/form-context";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { Select, TextArea, TextInput, type Option } from "@/components/ui/text-input";
import { ANSWERS, CAMPAIGN_AUDIENCES, CAMPAIGN_BASES } from "@/lib/domain/campaign/content";
import { partCountries } from "@/lib/domain/campaign/country-order";
import { SECTORS } from "@/lib/domain/telephone-prospecting/facts";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import { NumberRows } from "./number-rows";
import type { CampaignField } from "./use-campaign-words";
import type { NameableInstructions } from "@/lib/domain/instruction/naming";

const SALE_FIELDS = [
  "saleOwn",
  "saleSimilar",
  "saleCollected",
  "saleRefusalThen",
  "saleRefusalEach",
] as const;

type CampaignFieldsProps = {
  labels: Record<CampaignField, string>;
  instructions: NameableInstructions;
  scripts: readonly Option[];
  /** Countries other than the French territories. */
  countries: readonly Option[];
  clientCountry: string | null;
};

/** Fields of a campaign in the order in which they are asked. */
export function CampaignFields(props: CampaignFieldsProps) {
  const { labels, instructions, scripts, countries, clientCountry } = props;
  const t = useTranslations("campaign");
  const law = useTranslations("telephone");
  const { field, valueOf, errorOf } = useFormAround();
  const labelled = (name: CampaignField) => ({
    ...field(name),
    label: labels[name],
    hint: t.has(`hints.${name}`) ? t(`hints.${name}`) : undefined,
  });
  const choose = (name: CampaignField, options: readonly Option[]) => (
    <Select {...labelled(name)} options={options} blank={t("notStated")} />
  );
  const answers = ANSWERS.map((value) => ({ value, label: law(`call.options.answer.${value}`) }));
  // Reads what was saved or sent, so that a click moves no box.
  const chosen = [valueOf("countries") ?? []].flat().map(String);
  const parted = partCountries(countries, { client: clientCountry, chosen });
  return (
    <>
      <TextInput {...labelled("title")} dir="auto" required />
      <InstructionSelect
        {...labelled("instructionId")}
        options={instructions.options}
        withheld={instructions.withheld}
        reason={field("instructionReason")}
        blank={t("notStated")}
      />
      {choose("scriptId", scripts)}
      <TextInput {...labelled("professional")} dir="auto" optional />
      <TextInput {...labelled("product")} dir="auto" optional />
      {choose(
        "audience",
        CAMPAIGN_AUDIENCES.map((value) => ({ value, label: t(`choices.audience.${value}`) })),
      )}
      <CheckboxList
        name="territories"
        label={labels.territories}
        hint={t("hints.territories")}
        error={errorOf("territories")}
        value={valueOf("territories")}
        options={TERRITORIES.map((id) => ({ id, label: law(`territories.${id}`) }))}
      />
      <CheckboxList
        name="countries"
        label={labels.countries}
        hint={t("hints.countries")}
        error={errorOf("countries")}
        value={valueOf("countries")}
        options={parted.first.map(({ value, label }) => ({ id: value, label }))}
        others={{
          summary: t("otherCountries", { count: parted.others.length }),
          options: parted.others.map(({ value, label }) => ({ id: value, label })),
        }}
      />
      <TextArea {...labelled("provenance")} rows={3} dir="auto" optional />
      <div className="pair">
        <TextInput {...labelled("firstDay")} type="date" narrow optional />
        <TextInput {...labelled("lastDay")} type="date" narrow optional />
      </div>
      <NumberRows label={labels.numbers} answers={answers} />
      <div className="pair">
        {choose("robot", answers)}
        {choose("writes", answers)}
      </div>
      <fieldset className="mt-6">
        <legend className="font-semibold">{t("french.title")}</legend>
        <p className="muted">{t("french.lead")}</p>
        {choose(
          "sector",
          SECTORS.map((value) => ({ value, label: law(`call.options.sector.${value}`) })),
        )}
        {choose(
          "basis",
          CAMPAIGN_BASES.map((value) => ({ value, label: t(`choices.basis.${value}`) })),
        )}
        <div className="pair">
          {choose("abroad", answers)}
          {choose("dialler", answers)}
        </div>
      </fieldset>
      <fieldset className="mt-6">
        <legend className="font-semibold">{t("sale.title")}</legend>
        <p className="muted">{t("sale.lead")}</p>
        {SALE_FIELDS.map((name) => (
          <div key={name}>{choose(name, answers)}</div>
        ))}
      </fieldset>
    </>
  );
}
