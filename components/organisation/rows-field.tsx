"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RowsGroup } from "@/components/form/rows-group";

type RowsFieldProps = {
  name: "sites" | "tools";
  /** Receives the path of the row, "sites.3". */
  children: (at: string) => ReactNode;
};

export function RowsField({ name, children }: RowsFieldProps) {
  const t = useTranslations("organisation");
  return (
    <RowsGroup
      name={name}
      label={t(`fields.${name}`)}
      hint={t(`hints.${name}`)}
      nameOf={(number) => t(`rows.${name}.one`, { number })}
      addLabel={t(`rows.${name}.add`)}
      removeLabel={t("rows.remove")}
    >
      {children}
    </RowsGroup>
  );
}
