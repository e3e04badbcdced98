"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useFlatForm } from "@/components/form/use-flat-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import type { TransferSection } from "@/lib/domain/transfer/content";
import { fieldsOf, HEADINGS } from "@/lib/domain/transfer/fields";
import { saveSection } from "@/lib/features/transfer/actions";
import type { loadSection } from "@/lib/features/transfer/loaders";
import { sectionSchemas } from "@/lib/features/transfer/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { SectionHeading } from "./section-heading";
import { TransferField } from "./transfer-field";
import { useSectionWords, useTransferIssues } from "./use-transfer-words";

type SectionFormProps = {
  org: string;
  section: TransferSection;
  loaded: Awaited<ReturnType<typeof loadSection>>;
  countries: readonly CountryOption[];
};

/** One section of a transfer, saved by itself. */
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
    say: useTransferIssues(),
  });
  const back = `/${org}/transfers/${id}#${section}`;
  return (
    <FormProvider value={form}>
      <FormNotice state={form.state} errors={form.errors} restored={form.restored} />
      <FlatConflict
        form={form}
        subject={reference}
        labels={labels}
        read={read}
        besides={{ section, id }}
        theirsHref={back}
      />
      <form key={`${form.key} ${form.hidden.version}`} {...form.props} hidden={form.isAside}>
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={form.hidden.version} />
        <input type="hidden" name="base" value={form.hidden.base} />
        {fieldsOf(section).map(([name, of]) => (
          <Fragment key={name}>
            <SectionHeading of={HEADINGS[name]} country={country} countries={countries} isHinted />
            <TransferField {...{ section, name, of, country, countries }} />
          </Fragment>
        ))}
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("save")}</SubmitButton>
          <LinkButton href={back}>{t("cancel")}</LinkButton>
        </div>
      </form>
    </FormProvider>
  );
}
