"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldGroup, fieldAria } from "@/components/ui/field";
import { Select } from "@/components/ui/text-input";
import type { CountryOption } from "@/lib/i18n/country-options";

type SiteCountriesProps = { countries: readonly CountryOption[]; chosen: readonly string[]; error?: string };

// Without JavaScript there is room for this many more; saving makes room again.
const SPARE = 2;

/** One list per country; a list set back to blank takes its country away. */
export function SiteCountries({ countries, chosen, error }: SiteCountriesProps) {
  const t = useTranslations("organisation");
  const [count, setCount] = useState(chosen.length + SPARE);
  const hint = t("hints.siteCountries");
  return (
    <FieldGroup id="siteCountries" label={t("fields.siteCountries")} hint={hint} error={error}>
      {Array.from({ length: count }, (_, index) => (
        <Select
          key={index}
          id={`siteCountries-${index}`}
          name="siteCountries"
          label={t("site", { number: index + 1 })}
          labelHidden
          narrow
          options={countries}
          blank={t("noSite")}
          defaultValue={chosen[index] ?? ""}
          aria-describedby={fieldAria("siteCountries", { hint })["aria-describedby"]}
        />
      ))}
      <Button tone="bare" icon={Plus} onClick={() => setCount(count + 1)}>
        {t("addSite")}
      </Button>
    </FieldGroup>
  );
}
