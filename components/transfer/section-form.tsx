"use client";

import { Fragment } from "react";
import { bindAction } from "@/components/form/bind-action";
import { SectionFrame } from "@/components/form/section-frame";
import type { TransferSection } from "@/lib/domain/transfer/content";
import { fieldsOf, HEADINGS } from "@/lib/domain/transfer/fields";
import { saveSection } from "@/lib/features/transfer/actions";
import type { loadSection } from "@/lib/features/transfer/loaders";
import { sectionSchemas } from "@/lib/features/transfer/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { SectionHeading } from "./section-heading";
import { TransferField } from "./transfer-field";
import { useSectionWords } from "./use-transfer-words";

type SectionFormProps = {
  org: string;
  section: TransferSection;
  loaded: Awaited<ReturnType<typeof loadSection>>;
  countries: readonly CountryOption[];
};

export function SectionForm({ org, section, loaded, countries }: SectionFormProps) {
  const words = useSectionWords(section, countries);
  return (
    <SectionFrame
      noun="transfer"
      action={bindAction(saveSection, org)}
      schema={sectionSchemas[section]}
      loaded={loaded}
      words={words}
      saved={{ section, id: loaded.id }}
      back={`/${org}/transfers/${loaded.id}#${section}`}
    >
      {fieldsOf(section).map(([name, of]) => (
        <Fragment key={name}>
          <SectionHeading of={HEADINGS[name]} country={loaded.country} countries={countries} isHinted />
          <TransferField {...{ section, name, of, countries }} country={loaded.country} />
        </Fragment>
      ))}
    </SectionFrame>
  );
}
