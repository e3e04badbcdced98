"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RowsGroup } from "@/components/form/rows-group";

type RowsFieldProps = {
  name: "sites" | "tools" | "cndpFilings";
  /** The controls of the row at that path, "sites.3". */
  children: (at: string) => ReactNode;
};

/** A repeating part of a section of the organisation. */
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
