"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { FieldGroup } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { typedCountry } from "@/lib/forms/typed-countries";
import type { CountryOption } from "@/lib/i18n/country-options";
import { useFormAround } from "./form-context";

type CountriesGroupProps = {
  name: string;
  label: string;
  hint?: string;
  countries: readonly CountryOption[];
  nameOf: (number: number) => string;
};

/** Without JavaScript no row can be added, so two blank ones are rendered. */
const SPARE_PLACES = 2;

/**
 * Typed countries with the browser's own list; accepts a code or a name. Adds a row when the last blank one is filled.
 */
export function CountriesGroup({ name, label, hint, countries, nameOf }: CountriesGroupProps) {
  const t = useTranslations("ui");
  const { valueOf, errorOf } = useFormAround();
  const written = [valueOf(name)].flat().filter((text) => typeof text === "string" && text !== "");
  const [places, setPlaces] = useState(written.length + SPARE_PLACES);
  const onInput = ({ currentTarget }: FormEvent<HTMLElement>) => {
    const inputs = [...currentTarget.querySelectorAll("input")];
    if (inputs.every(({ value }) => value.trim() !== "")) setPlaces(places + 1);
  };
  const list = `${name}-names`;
  return (
    <FieldGroup id={name} label={label} hint={hint ?? t("typeCountry")} error={errorOf(name)}>
      <div onInput={onInput}>
        {Array.from({ length: places }, (_, index) => (
          <TextInput
            key={index}
            name={name}
            id={`${name}-${index}`}
            label={nameOf(index + 1)}
            labelHidden
            narrow
            list={list}
            autoComplete="off"
            dir="auto"
            defaultValue={String(written[index] ?? "")}
          />
        ))}
      </div>
      <datalist id={list}>
        {countries
          .filter(({ isOffered }) => isOffered)
          .map((country) => (
            <option key={country.value} value={typedCountry(country)} />
          ))}
      </datalist>
    </FieldGroup>
  );
}
