"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isTicked, useFormAround } from "@/components/form/form-context";
import { Part } from "@/components/shell/sheet";
import { Checkbox } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { isInEea } from "@/lib/domain/statute/eea";
import type { CountryOption } from "@/lib/i18n/country-options";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

type ControllerFieldsProps = {
  countries: readonly CountryOption[];
  /** Example: "2026-11-25". Its law decides where article 27 applies. */
  today: string;
};

/** Fields in the order of article 30(2)(a). */
export function ControllerFields({ countries, today }: ControllerFieldsProps) {
  const { valueOf } = useFormAround();
  const [country, setCountry] = useState(String(valueOf("country") ?? ""));
  return (
    <>
      <IdentityPart countries={countries} onCountry={setCountry} />
      <ContactPart />
      <DpoPart />
      <RepresentativePart isAsked={country === "" || !isInEea(country, today)} />
    </>
  );
}

type IdentityPartProps = { countries: readonly CountryOption[]; onCountry: (country: string) => void };

function IdentityPart({ countries, onCountry }: IdentityPartProps) {
  const t = useTranslations("controller");
  const { field } = useFormAround();
  return (
    <Part title={t("parts.identity")} article={t("articles.parties")}>
      <TextInput {...field("legalName")} label={t("fields.legalName")} hint={t("hints.legalName")} required />
      <Tick name="isPlaceholder" />
      <div className="pair">
        <Select
          {...field("country")}
          label={t("fields.country")}
          options={countries}
          blank={t("countryUnknown")}
          onChange={(event) => onCountry(event.target.value)}
        />
        <Select
          {...field("language")}
          label={t("fields.language")}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        />
      </div>
      <TextArea {...field("address")} label={t("fields.address")} rows={2} />
      <TextInput
        {...field("registrationNumber")}
        label={t("fields.registrationNumber")}
        hint={t("hints.registrationNumber")}
        dir="ltr"
        optional
      />
    </Part>
  );
}

function ContactPart() {
  const t = useTranslations("controller");
  const { field } = useFormAround();
  return (
    <Part title={t("parts.contact")} article={t("articles.parties")}>
      <TextInput {...field("contactName")} label={t("fields.contactName")} hint={t("hints.contactName")} />
      <div className="pair">
        <TextInput {...field("contactEmail")} label={t("fields.contactEmail")} type="email" dir="ltr" />
        <TextInput {...field("contactPhone")} label={t("fields.contactPhone")} type="tel" dir="ltr" />
      </div>
    </Part>
  );
}

function DpoPart() {
  const t = useTranslations("controller");
  const { field } = useFormAround();
  return (
    <Part title={t("parts.dpo")} article={t("articles.parties")} note={t("articles.dpo")}>
      <TextInput {...field("dpoContact")} label={t("fields.dpoContact")} hint={t("hints.dpoContact")} />
      <Tick name="hasNoDpo" />
    </Part>
  );
}

/** Article 27 concerns controllers outside the EEA alone. Elsewhere the fields are hidden, not emptied. */
function RepresentativePart({ isAsked }: { isAsked: boolean }) {
  const t = useTranslations("controller");
  const { field } = useFormAround();
  return (
    <Part
      title={t("parts.representative")}
      article={t("articles.parties")}
      note={t("articles.representative")}
    >
      {!isAsked && <p className="muted mt-3">{t("representativeNotAsked")}</p>}
      <div hidden={!isAsked}>
        <TextInput
          {...field("representative")}
          label={t("fields.representative")}
          hint={t("hints.representative")}
        />
        <TextArea
          {...field("representativeReason")}
          label={t("fields.representativeReason")}
          hint={t("hints.representativeReason")}
          rows={2}
        />
      </div>
    </Part>
  );
}

function Tick({ name }: { name: "isPlaceholder" | "hasNoDpo" }) {
  const t = useTranslations("controller");
  const { choice, valueOf } = useFormAround();
  const { error: _none, ...tick } = choice(name);
  return (
    <div className="choices">
      <Checkbox
        {...tick}
        value="true"
        defaultChecked={isTicked(valueOf(name))}
        label={t(`fields.${name}`)}
        hint={t(`hints.${name}`)}
      />
    </div>
  );
}
