import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { DropArea } from "./drop-area";
import { Field, fieldAria, type FieldText } from "./field";
import { Icon } from "./icon";
import { TypedArea } from "./typed-area";

/** `name` is the path of the issue ("representative.name") and the default `id`, so that a summary can link to it. */
type Named = { name: string; id?: string; narrow?: boolean };

type Asked = FieldText & Named & { className?: string };

/** Separates a control's own properties from those of its field. */
function splitProps<P extends Asked>(props: P) {
  const { label, hint, error, optional, labelHidden, narrow, className, ...rest } = props;
  const id = rest.id ?? rest.name;
  return {
    around: { id, label, hint, error, optional, labelHidden },
    control: { ...fieldAria(id, { hint, error }), ...rest, id },
    inputClass: classNames("inp", narrow && "narrow", className),
  };
}

export function TextInput(props: ComponentProps<"input"> & FieldText & Named) {
  const { around, control, inputClass } = splitProps(props);
  return (
    <Field {...around}>
      <input type="text" {...control} className={inputClass} />
    </Field>
  );
}

export function TextArea(props: ComponentProps<"textarea"> & FieldText & Named) {
  const { around, control, inputClass } = splitProps(props);
  return (
    <Field {...around}>
      <TypedArea rows={3} {...control} className={inputClass} />
    </Field>
  );
}

export type Option = {
  value: string;
  label: string;
  disabled?: boolean;
  /** False for what is shown where it is chosen already, and offered no more. */
  isOffered?: boolean;
};

/** Native select: needs no JavaScript. `blank` names the empty choice. */
type SelectProps = ComponentProps<"select"> &
  FieldText &
  Named & {
    options?: readonly Option[];
    /** Options under a name each, after those that are under none. */
    groups?: readonly { label: string; options: readonly Option[] }[];
    blank?: string;
  };

export function Select({ options = [], groups = [], blank, narrow, ...props }: SelectProps) {
  const { around, control, inputClass } = splitProps(props);
  const chosen = props.value ?? props.defaultValue;
  return (
    <Field {...around}>
      <span className={classNames("select", narrow && "max-w-55")}>
        <select {...control} className={inputClass}>
          {blank !== undefined && <option value="">{blank}</option>}
          <Options of={options} chosen={chosen} />
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options of={group.options} chosen={chosen} />
            </optgroup>
          ))}
        </select>
        <Icon of={ChevronDown} small />
      </span>
    </Field>
  );
}

function Options({ of, chosen }: { of: readonly Option[]; chosen: unknown }) {
  return of
    .filter(({ value, isOffered }) => isOffered !== false || value === chosen)
    .map((option) => (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ));
}

/** Plain text with an entry, so that a spreadsheet column can be pasted. */
export function ListInput({
  defaultValue,
  hint,
  ...rest
}: Omit<ComponentProps<typeof TextArea>, "defaultValue"> & { defaultValue?: readonly string[] | string }) {
  const t = useTranslations("ui");
  const lines = typeof defaultValue === "string" ? defaultValue.split("\n") : (defaultValue ?? []);
  return (
    <TextArea
      rows={Math.min(12, Math.max(3, lines.length + 1))}
      {...rest}
      defaultValue={lines.join("\n")}
      hint={hint ?? t("onePerLine")}
    />
  );
}

/** Choosing a file needs no JavaScript, dropping one does; routes read it as `file`. */
export function FileInput(props: ComponentProps<"input"> & FieldText & Partial<Named>) {
  const { around, control, inputClass } = splitProps({
    name: "file",
    className: "bg-raised text-ink",
    ...props,
  });
  return (
    <DropArea>
      <Field {...around}>
        <input type="file" {...control} className={inputClass} required />
      </Field>
    </DropArea>
  );
}

/** Accepts partial dates, "2024-03", "mars 2024" or "3/2/25", which the domain parses. */
export function PartialDateInput({ hint, ...rest }: ComponentProps<typeof TextInput>) {
  const t = useTranslations("ui");
  return <TextInput narrow autoComplete="off" {...rest} hint={hint ?? t("partialDate")} />;
}
