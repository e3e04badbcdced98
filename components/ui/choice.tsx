import type { ComponentProps, ReactNode } from "react";
import { fieldAria, FieldGroup, type FieldText } from "./field";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  return (
    <label className="check">
      <input {...rest} id={rest.id ?? rest.name} type="checkbox" className="box" />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type RadioChoiceProps = FieldText & {
  name: string;
  id?: string;
  choices: readonly Choice[];
  defaultValue?: string;
} & Pick<ComponentProps<"input">, "onChange">;

/** Preselects nothing unless asked. */
export function RadioChoice(props: RadioChoiceProps) {
  const { name, id = name, choices, defaultValue, onChange, ...text } = props;
  return (
    <FieldGroup id={id} {...text}>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            className="dot"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            onChange={onChange}
            aria-describedby={text.error ? fieldAria(id, text)["aria-describedby"] : undefined}
          />
          <span>
            <b>{choice.label}</b>
            {choice.hint && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}
