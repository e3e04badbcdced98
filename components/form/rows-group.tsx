"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import { useFormAround } from "./form-context";
import { useRows } from "./use-rows";

type RowsGroupProps = {
  name: string;
  label: string;
  hint?: string;
  nameOf: (number: number) => string;
  addLabel: string;
  removeLabel: string;
  /** Receives the path of the row, "sites.3". */
  children: (at: string) => ReactNode;
};

/** Renders two blank rows without JavaScript; blank rows are dropped by the schema. */
export function RowsGroup({ name, label, hint, nameOf, addLabel, removeLabel, children }: RowsGroupProps) {
  const { valueOf, errorOf } = useFormAround();
  const { rows, add, remove, canChange } = useRows(valueOf(name));
  return (
    <FieldGroup id={name} label={label} hint={hint} error={errorOf(name)}>
      {rows.map((row, index) => (
        <fieldset key={row} className="border-b border-rule pb-4">
          <legend className="muted pt-3">{nameOf(index + 1)}</legend>
          {children(`${name}.${row}`)}
          {canChange && (
            <Button tone="bare" icon={X} onClick={() => remove(row)}>
              {removeLabel} <span className="sr">{nameOf(index + 1)}</span>
            </Button>
          )}
        </fieldset>
      ))}
      {canChange && (
        <Button className="mt-3" icon={Plus} onClick={add}>
          {addLabel}
        </Button>
      )}
    </FieldGroup>
  );
}
