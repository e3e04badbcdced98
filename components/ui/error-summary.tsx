"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ErrorBox } from "./error-box";

/** `field` is the `id` of a control; "" for the whole form. */
export type FieldError = { field: string; text: string };

/** Takes the focus after a refusal. Renders nothing without errors. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string }) {
  const t = useTranslations("ui");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) ref.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const isOfFields = errors.some(({ field }) => field !== "");
  return (
    <ErrorBox
      title={title ?? (isOfFields ? t("fieldsToMend", { count: errors.length }) : t("notDone"))}
      tabIndex={-1}
      ref={ref}
    >
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text}`}>{field ? <FieldLink field={field}>{text}</FieldLink> : text}</li>
        ))}
      </ul>
    </ErrorBox>
  );
}

/** Focuses the control: following the fragment would only scroll. */
function FieldLink({ field, children }: { field: string; children: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        const target = document.getElementById(field);
        if (!target) return;
        event.preventDefault();
        target.focus();
        target.scrollIntoView({ block: "center" });
      }}
    >
      {children}
    </a>
  );
}
