"use client";

import { bindAction } from "@/components/form/bind-action";
import { countriesAsTyped } from "@/components/form/countries-as-typed";
import { SectionFrame } from "@/components/form/section-frame";
import { fieldsOf, SCOPE_SECTIONS, type FieldSection } from "@/lib/domain/sub-processor/fields";
import { saveSection } from "@/lib/features/sub-processor/actions";
import type { loadSection } from "@/lib/features/sub-processor/loaders";
import { sectionSchemas } from "@/lib/features/sub-processor/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { NoticeOwed } from "./notice-owed";
import { SubProcessorField } from "./sub-processor-field";
import { useSectionWords } from "./use-sub-processor-words";

type SectionFormProps = {
  org: string;
  section: FieldSection;
  loaded: Awaited<ReturnType<typeof loadSection>>;
  countries: readonly CountryOption[];
};

export function SectionForm({ org, section, loaded, countries }: SectionFormProps) {
  const words = useSectionWords(section, countries);
  return (
    <>
      {SCOPE_SECTIONS.includes(section) && <NoticeOwed reliant={loaded.reliant} />}
      <SectionFrame
        noun="sub-processor"
        action={bindAction(saveSection, org)}
        schema={sectionSchemas[section]}
        loaded={loaded}
        words={words}
        asTyped={countriesAsTyped(countries, "accessCountries")}
        saved={{ section, id: loaded.id }}
        back={`/${org}/sub-processors/${loaded.id}#${section}`}
      >
        {fieldsOf(section).map(([name, of]) => (
          <SubProcessorField key={name} {...{ section, name, of, countries }} />
        ))}
      </SectionFrame>
    </>
  );
}
