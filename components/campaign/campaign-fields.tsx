"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { CheckboxList } from "@/components/ui/checkbox-list";
import { Select, TextArea, TextInput, type Option } from "@/components/ui/text-input";
import { ANSWERS, CAMPAIGN_AUDIENCES, CAMPAIGN_BASES } from "@/lib/domain/campaign/content";
import { SECTORS } from "@/lib/domain/telephone-prospecting/facts";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import { NumberRows } from "./number-rows";
import type { CampaignField } from "./use-campaign-words";

type CampaignFieldsProps = {
  labels: Record<CampaignField, string>;
  instructions: readonly Option[];
  scripts: readonly Option[];
};

/** Fields of a campaign in the order in which they are asked. */
export function CampaignFields({ labels, instructions, scripts }: CampaignFieldsProps) {
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
  return (
    <>
      <TextInput {...labelled("title")} dir="auto" required />
      {choose("instructionId", instructions)}
      {choose("scriptId", scripts)}
      <TextInput {...labelled("professional")} dir="auto" optional />
      <TextInput {...labelled("product")} dir="auto" optional />
      <div className="pair">
        {choose(
          "sector",
          SECTORS.map((value) => ({ value, label: law(`call.options.sector.${value}`) })),
        )}
        {choose(
          "audience",
          CAMPAIGN_AUDIENCES.map((value) => ({ value, label: t(`choices.audience.${value}`) })),
        )}
      </div>
      <CheckboxList
        name="territories"
        label={labels.territories}
        hint={t("hints.territories")}
        error={errorOf("territories")}
        value={valueOf("territories")}
        options={TERRITORIES.map((id) => ({ id, label: law(`territories.${id}`) }))}
      />
      <TextArea {...labelled("provenance")} rows={3} dir="auto" optional />
      {choose(
        "basis",
        CAMPAIGN_BASES.map((value) => ({ value, label: t(`choices.basis.${value}`) })),
      )}
      <div className="pair">
        <TextInput {...labelled("firstDay")} type="date" narrow optional />
        <TextInput {...labelled("lastDay")} type="date" narrow optional />
      </div>
      <NumberRows label={labels.numbers} answers={answers} />
      {choose("abroad", answers)}
      <div className="pair">
        {choose("robot", answers)}
        {choose("dialler", answers)}
      </div>
    </>
  );
}
