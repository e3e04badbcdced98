"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Icon } from "./icon";

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
    <div className="errors" role="alert" tabIndex={-1} ref={ref}>
      <h3>
        <Icon of={CircleAlert} small />
        {title ?? (isOfFields ? t("fieldsToMend", { count: errors.length }) : t("notDone"))}
      </h3>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text}`}>{field ? <FieldLink field={field}>{text}</FieldLink> : text}</li>
        ))}
      </ul>
    </div>
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
