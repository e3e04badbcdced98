"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isTicked, useFormAround } from "@/components/form/form-context";
import { Part } from "@/components/shell/sheet";
import { CountriesGroup } from "@/components/form/countries-group";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { CLIENT_ROLES } from "@/lib/domain/controller/types";
import { TARGETING } from "@/lib/domain/statute/applicable-laws";
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
      <LawsPart countries={countries} />
      <RolePart />
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

/** Facts that decide which laws apply: establishments, 3(1), and persons abroad whom it targets, 3(2). */
function LawsPart({ countries }: { countries: readonly CountryOption[] }) {
  const t = useTranslations("controller");
  const { choice, valueOf } = useFormAround();
  const group = (name: "establishments" | "targetCountries") => (
    <CountriesGroup
      name={name}
      label={t(`fields.${name}`)}
      hint={t(`hints.${name}`)}
      countries={countries}
      nameOf={(number) => t("country", { number })}
    />
  );
  return (
    <Part title={t("parts.laws")} article={t("articles.laws")}>
      {group("establishments")}
      <RadioChoice
        {...choice("targeting")}
        label={t("fields.targeting")}
        hint={t("hints.targeting")}
        defaultValue={String(valueOf("targeting") ?? "")}
        choices={[
          { value: "", label: t("targeting.unanswered") },
          ...TARGETING.map((value) => ({ value, label: t(`targeting.${value}`) })),
        ]}
      />
      {group("targetCountries")}
    </Part>
  );
}

/** A client may decide with others, 26, or be itself the processor of others, 28(4). */
function RolePart() {
  const t = useTranslations("controller");
  const { field } = useFormAround();
  return (
    <Part title={t("parts.role")} article={t("articles.role")}>
      <Select
        {...field("clientRole")}
        label={t("fields.clientRole")}
        hint={t("hints.clientRole")}
        blank={t("clientRoles.unanswered")}
        options={CLIENT_ROLES.map((value) => ({ value, label: t(`clientRoles.${value}`) }))}
      />
      <TextArea
        {...field("otherControllers")}
        label={t("fields.otherControllers")}
        hint={t("hints.otherControllers")}
        rows={2}
      />
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
