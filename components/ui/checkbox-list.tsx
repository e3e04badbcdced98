import type { ReactNode } from "react";
import { Checkbox } from "./choice";
import { FieldGroup } from "./field";

type BoxOption = { id: string; label: ReactNode };

type CheckboxListProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  /** Ids of the ticked options, as the form was sent; anything else is none. */
  value: unknown;
  options: readonly BoxOption[];
  /** Options of the same name that are rarely wanted, folded under a summary. */
  others?: { summary: string; options: readonly BoxOption[] };
};

/** Boxes of one name, read as a list however many are ticked. */
export function CheckboxList({ name, value, options, others, ...text }: CheckboxListProps) {
  const ticked = Array.isArray(value) ? value.map(String) : [];
  const boxes = (of: readonly BoxOption[]) => (
    <div className="max-h-120 overflow-y-auto">
      {of.map(({ id, label }) => (
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
  );
  return (
    <FieldGroup id={name} {...text}>
      {boxes(options)}
      {others && others.options.length > 0 && (
        <details>
          <summary>{others.summary}</summary>
          {boxes(others.options)}
        </details>
      )}
    </FieldGroup>
  );
}
