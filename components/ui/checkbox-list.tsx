import type { ReactNode } from "react";
import { Checkbox } from "./choice";
import { FieldGroup } from "./field";

type CheckboxListProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  /** Ids of the ticked options, as the form was sent; anything else is none. */
  value: unknown;
  options: readonly { id: string; label: ReactNode }[];
};

/** Boxes of one name, read as a list however many are ticked. */
export function CheckboxList({ name, value, options, ...text }: CheckboxListProps) {
  const ticked = Array.isArray(value) ? value.map(String) : [];
  return (
    <FieldGroup id={name} {...text}>
      <div className="max-h-120 overflow-y-auto">
        {options.map(({ id, label }) => (
          <Checkbox
            key={id}
            id={`${name}-${id}`}
            name={`${name}[]`}
            value={id}
            label={label}
            defaultChecked={ticked.includes(id)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
