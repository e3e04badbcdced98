"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { countriesAsTyped } from "@/components/form/countries-as-typed";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { saveSection } from "@/lib/features/contract/actions";
import type { loadSection } from "@/lib/features/contract/loaders";
import { sectionSchemas } from "@/lib/features/contract/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { ContractField } from "./contract-field";
import { fieldsOf, type FieldSection } from "@/lib/domain/contract/contract-fields";
import { useSectionWords } from "./use-contract-words";

type SectionFormProps = {
  org: string;
  section: FieldSection;
  amendment: string | null;
  loaded: Awaited<ReturnType<typeof loadSection>>;
  countries: readonly CountryOption[];
};

export function SectionForm({ org, section, amendment, loaded, countries }: SectionFormProps) {
  const t = useTranslations("contract");
  const { labels, read } = useSectionWords(section, countries);
  const { id, reference, version, values } = loaded;
  const form = useFlatForm({
    action: bindAction(saveSection, org),
    schema: sectionSchemas[section],
    names: Object.keys(labels),
    initial: values,
    version,
    asTyped: countriesAsTyped(countries, "countries"),
    labelOf: (path) => labels[path.replace(/[.].*/, "")],
    say: useNounIssues("contract"),
  });
  const back = `/${org}/contracts/${id}${amendment ? `/amendments/${amendment}` : `#${section}`}`;
  return (
    <FlatForm
      form={form}
      subject={reference}
      labels={labels}
      read={read}
      saved={{ section, id, amendment: amendment ?? "" }}
      back={back}
      act={t("save")}
      cancel={t("cancel")}
    >
      {fieldsOf(section).map(([name, of]) => (
        <ContractField key={name} section={section} name={name} of={of} countries={countries} />
      ))}
    </FlatForm>
  );
}
