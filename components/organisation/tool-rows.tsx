"use client";

import { useTranslations } from "next-intl";
import { isTicked, useFormAround } from "@/components/form/form-context";
import { Checkbox } from "@/components/ui/choice";
import { Select, TextInput } from "@/components/ui/text-input";
import type { CountryOption } from "@/lib/i18n/country-options";
import { RowsField } from "./rows-field";

type CountriesProps = { countries: readonly CountryOption[] };

/** An external operator may be a sub-processor, articles 28(2) and 28(4). */
export function ToolRows(props: CountriesProps) {
  return <RowsField name="tools">{(at) => <Tool at={at} {...props} />}</RowsField>;
}

function Tool({ at, countries }: CountriesProps & { at: string }) {
  const t = useTranslations("organisation");
  const { field, choice, valueOf } = useFormAround();
  const { error: _shownBeside, ...tick } = choice(`${at}.isOutside`);
  const of = (part: "name" | "supplier" | "purpose" | "hostedIn") => ({
    ...field(`${at}.${part}`),
    label: t(`rows.tools.${part}`),
  });
  return (
    <>
      <div className="pair">
        <TextInput {...of("name")} />
        <TextInput {...of("supplier")} optional />
      </div>
      <div className="pair">
        <TextInput {...of("purpose")} optional />
        <Select {...of("hostedIn")} options={countries} blank={t("countryNotStated")} optional />
      </div>
      <div className="choices">
        <Checkbox
          {...tick}
          value="true"
          defaultChecked={isTicked(valueOf(`${at}.isOutside`))}
          label={t("rows.tools.isOutside")}
          hint={t("rows.tools.isOutsideHint")}
        />
      </div>
    </>
  );
}
