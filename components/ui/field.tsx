import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** `error` is a finished sentence; `hint` may contain a link. */
export type FieldText = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Adds "optional" to the label; required fields have no mark. */
  optional?: boolean;
  labelHidden?: boolean;
};

/** Needs `id` and `fieldAria(id, …)` on the control. */
export function Field({ id, children, ...text }: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className="input">
      <label htmlFor={id} className={text.labelHidden ? "sr" : undefined}>
        <LabelText {...text} />
      </label>
      {children}
      <FieldNotes id={id} {...text} />
    </div>
  );
}

/** Groups several controls that answer one question. */
export function FieldGroup({ id, children, ...text }: FieldText & { id: string; children: ReactNode }) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="input"
      aria-describedby={fieldAria(id, text)["aria-describedby"]}
    >
      <legend className={text.labelHidden ? "sr" : undefined}>
        <LabelText {...text} />
      </legend>
      {children}
      <FieldNotes id={id} {...text} />
    </fieldset>
  );
}

/** Associates a control with its hint and error, WCAG 1.3.1 and 3.3.1. */
export function fieldAria(id: string, { hint, error }: Pick<FieldText, "hint" | "error">) {
  const notes = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": notes || undefined, "aria-invalid": error ? (true as const) : undefined };
}

function LabelText({ label, optional }: FieldText) {
  const t = useTranslations("ui");
  return (
    <>
      {label}
      {optional && <span className="faint"> {t("optional")}</span>}
    </>
  );
}

function FieldNotes({ id, hint, error }: FieldText & { id: string }) {
  return (
    <>
      {hint && (
        <small className="hint" id={`${id}-hint`}>
          {hint}
        </small>
      )}
      {error && (
        <small className="reason" id={`${id}-error`}>
          <Icon of={CircleAlert} small />
          {error}
        </small>
      )}
    </>
  );
}
