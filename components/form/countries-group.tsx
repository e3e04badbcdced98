"use client";

import { FieldGroup } from "@/components/ui/field";
import { Select, type Option } from "@/components/ui/text-input";
import { useFormAround } from "./form-context";

type CountriesGroupProps = {
  name: string;
  label: string;
  hint?: string;
  countries: readonly Option[];
  /** What each place of the list is called. */
  nameOf: (number: number) => string;
  blank: string;
};

/** Several countries: those there are, and two blank ones more, a list that works without a script. */
export function CountriesGroup({ name, label, hint, countries, nameOf, blank }: CountriesGroupProps) {
  const { choice, valueOf, errorOf } = useFormAround();
  const named = [valueOf(name)].flat().filter((code) => typeof code === "string" && code !== "");
  const { error: _shownBelow, ...registered } = choice(name);
  return (
    <FieldGroup id={name} label={label} hint={hint} error={errorOf(name)}>
      {[...named, "", ""].map((code, index) => (
        <Select
          key={index}
          {...registered}
          id={`${name}-${index}`}
          label={nameOf(index + 1)}
          labelHidden
          narrow
          defaultValue={String(code)}
          blank={blank}
          options={countries}
        />
      ))}
    </FieldGroup>
  );
}
