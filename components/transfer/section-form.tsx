"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
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
  const t = useTranslations("transfer");
  const { labels, read } = useSectionWords(section, countries);
  const { id, reference, version, values, country } = loaded;
  const form = useFlatForm({
    action: bindAction(saveSection, org),
    schema: sectionSchemas[section],
    names: Object.keys(labels),
    initial: values,
    version,
    labelOf: (path) => labels[path],
    say: useNounIssues("transfer"),
  });
  return (
    <FlatForm
      form={form}
      subject={reference}
      labels={labels}
      read={read}
      saved={{ section, id }}
      back={`/${org}/transfers/${id}#${section}`}
      act={t("save")}
      cancel={t("cancel")}
    >
      {fieldsOf(section).map(([name, of]) => (
        <Fragment key={name}>
          <SectionHeading of={HEADINGS[name]} country={country} countries={countries} isHinted />
          <TransferField {...{ section, name, of, country, countries }} />
        </Fragment>
      ))}
    </FlatForm>
  );
}
