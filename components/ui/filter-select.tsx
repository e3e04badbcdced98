import { ChevronDown } from "lucide-react";
import { classNames } from "./class-names";
import { Field } from "./field";
import { markup } from "./html";
import { Icon } from "./icon";
import type { Option } from "./text-input";

type FilterSelectProps = {
  name: string;
  label: string;
  labelHidden?: boolean;
  /** Names the empty choice, which every filter has. */
  blank: string;
  chosen: string;
  options: readonly Option[];
  narrow?: boolean;
};

/**
 * Select of a filter in the address. Its options are markup: a filter by controller has five hundred, and as components
 * they take longer than the page around them. Its form is keyed by the address, so that no choice outlives it.
 */
export function FilterSelect({
  name,
  label,
  labelHidden,
  blank,
  chosen,
  options,
  narrow,
}: FilterSelectProps) {
  const all = [{ value: "", label: blank }, ...options];
  const drawn = all.map(
    (option) =>
      markup`<option value="${option.value}"${option.value === chosen && markup` selected=""`}>${option.label}</option>`,
  );
  return (
    <Field id={name} label={label} labelHidden={labelHidden}>
      <span className={classNames("select", narrow && "max-w-55")}>
        <select
          id={name}
          name={name}
          className={classNames("inp", narrow && "narrow")}
          dangerouslySetInnerHTML={{ __html: markup`${drawn}`.text }}
        />
        <Icon of={ChevronDown} small />
      </span>
    </Field>
  );
}
