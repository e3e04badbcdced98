"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { countriesAsTyped } from "@/components/form/countries-as-typed";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
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
  const t = useTranslations("sub-processor");
  const { labels, read } = useSectionWords(section, countries);
  const { id, reference, version, values, reliant } = loaded;
  const form = useFlatForm({
    action: bindAction(saveSection, org),
    schema: sectionSchemas[section],
    names: Object.keys(labels),
    initial: values,
    version,
    asTyped: countriesAsTyped(countries, "accessCountries"),
    labelOf: (path) => labels[path.replace(/[.].*/, "")],
    say: useNounIssues("sub-processor"),
  });
  return (
    <>
      {SCOPE_SECTIONS.includes(section) && <NoticeOwed reliant={reliant} />}
      <FlatForm
        form={form}
        subject={reference}
        labels={labels}
        read={read}
        saved={{ section, id }}
        back={`/${org}/sub-processors/${id}#${section}`}
        act={t("save")}
        cancel={t("cancel")}
      >
        {fieldsOf(section).map(([name, of]) => (
          <SubProcessorField key={name} {...{ section, name, of, countries }} />
        ))}
      </FlatForm>
    </>
  );
}
