"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormAround } from "@/components/form/form-context";
import { RowsGroup } from "@/components/form/rows-group";
import { Select, TextInput } from "@/components/ui/text-input";
import { CERTIFICATION_KINDS } from "@/lib/domain/sub-processor/content";
import type { CountryOption } from "@/lib/i18n/country-options";

type RowsProps = { label: string; hint?: string };

/** Locations of data: a country outside the EEA may need a transfer tool, article 44. */
export function SiteRows({ countries, ...rows }: RowsProps & { countries: readonly CountryOption[] }) {
  const t = useTranslations("sub-processor");
  const cell = useCell("sites");
  return (
    <Rows {...rows} name="sites">
      {(at) => (
        <>
          <div className="pair">
            <TextInput {...cell(at, "name")} dir="auto" optional />
            <Select {...cell(at, "country")} options={countries} blank={t("notStated")} />
          </div>
          <TextInput {...cell(at, "address")} dir="auto" optional />
        </>
      )}
    </Rows>
  );
}

/** Certifications as sufficient guarantees, article 28(5). */
export function CertificationRows(rows: RowsProps) {
  const t = useTranslations("sub-processor");
  const cell = useCell("certifications");
  const kinds = CERTIFICATION_KINDS.map((value) => ({ value, label: t(`choices.certification.${value}`) }));
  return (
    <Rows {...rows} name="certifications">
      {(at) => (
        <>
          <div className="pair">
            <Select {...cell(at, "kind")} options={kinds} blank={t("notStated")} />
            <TextInput {...cell(at, "reference")} dir="auto" optional />
          </div>
          <div className="pair">
            <TextInput {...cell(at, "issuer")} dir="auto" optional />
            <TextInput {...cell(at, "validUntil")} type="date" narrow optional />
          </div>
        </>
      )}
    </Rows>
  );
}

type RowsName = "sites" | "certifications";

function Rows({ name, ...props }: RowsProps & { name: RowsName; children: (at: string) => ReactNode }) {
  const t = useTranslations("sub-processor.rows");
  return (
    <RowsGroup
      {...props}
      name={name}
      nameOf={(number) => t(`${name}.one`, { number })}
      addLabel={t(`${name}.add`)}
      removeLabel={t("remove")}
    />
  );
}

function useCell(name: RowsName) {
  const t = useTranslations("sub-processor.rows");
  const { field } = useFormAround();
  return (at: string, part: string) => ({
    ...field(`${at}.${part}`),
    label: t(`${name}.${part}`),
  });
}
