"use client";

import { bindAction } from "@/components/form/bind-action";
import { countriesAsTyped } from "@/components/form/countries-as-typed";
import { SectionFrame } from "@/components/form/section-frame";
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
  const words = useSectionWords(section, countries);
  const back = `/${org}/contracts/${loaded.id}${amendment ? `/amendments/${amendment}` : `#${section}`}`;
  return (
    <SectionFrame
      noun="contract"
      action={bindAction(saveSection, org)}
      schema={sectionSchemas[section]}
      loaded={loaded}
      words={words}
      asTyped={countriesAsTyped(countries, "countries")}
      saved={{ section, id: loaded.id, amendment: amendment ?? "" }}
      back={back}
    >
      {fieldsOf(section).map(([name, of]) => (
        <ContractField key={name} section={section} name={name} of={of} countries={countries} />
      ))}
    </SectionFrame>
  );
}
