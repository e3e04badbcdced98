"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormAround } from "@/components/form/form-context";
import { useRows } from "@/components/form/use-rows";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";

type RowsFieldProps = {
  name: "sites" | "tools" | "cndpFilings";
  /** The controls of the row at that path, "sites.3". */
  children: (at: string) => ReactNode;
};

/** A repeating part of a section. Without JavaScript two blank rows stand ready, and a row left blank goes. */
export function RowsField({ name, children }: RowsFieldProps) {
  const t = useTranslations("organisation");
  const { valueOf, errorOf } = useFormAround();
  const { rows, add, remove, canChange } = useRows(valueOf(name));
  return (
    <FieldGroup id={name} label={t(`fields.${name}`)} hint={t(`hints.${name}`)} error={errorOf(name)}>
      {rows.map((row, index) => (
        <fieldset key={row} className="border-b border-rule pb-4">
          <legend className="muted pt-3">{t(`rows.${name}.one`, { number: index + 1 })}</legend>
          {children(`${name}.${row}`)}
          {canChange && (
            <Button tone="bare" icon={X} onClick={() => remove(row)}>
              {t("rows.remove")} <span className="sr">{t(`rows.${name}.one`, { number: index + 1 })}</span>
            </Button>
          )}
        </fieldset>
      ))}
      {canChange && (
        <Button className="mt-3" icon={Plus} onClick={add}>
          {t(`rows.${name}.add`)}
        </Button>
      )}
    </FieldGroup>
  );
}
