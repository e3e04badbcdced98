"use client";

import { CircleAlert } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { ComparedValues, type ComparedField } from "@/components/ui/compared-values";
import type { FormState } from "@/lib/forms/form-state";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { useScripted } from "@/components/ui/use-scripted";

export type Conflict = Extract<FormState, { status: "conflict" }>;
export type Side = "yours" | "theirs" | "both";

type ConflictPanelProps = {
  conflict: Conflict;
  /** Example: "T-014", "Orvelle Énergie". */
  subject: string;
  fields: readonly ComparedField[];
  pending: boolean;
  /** Receives the side chosen for each field. Without JavaScript the form below is corrected by hand. */
  onMerge: (stored: Record<string, Side>) => void;
  /** Leads to the stored version and drops the typed one. */
  theirsHref: string;
};

/** Preselects nothing where both sides changed a field. */
export function ConflictPanel({
  conflict,
  subject,
  fields,
  pending,
  onMerge,
  theirsHref,
}: ConflictPanelProps) {
  const t = useTranslations("form.conflict");
  const locale = useLocale();
  const ref = useRef<HTMLHeadingElement>(null);
  const isScripted = useScripted();
  useEffect(() => ref.current?.focus(), [conflict]);
  const { version } = conflict;
  const when = conflict.at ? formatInstant(Date.parse(conflict.at), "Africa/Casablanca", locale) : "";
  return (
    <form
      className="mt-5"
      onSubmit={(event) => {
        event.preventDefault();
        onMerge(readStoredValue(new FormData(event.currentTarget)));
      }}
    >
      <h2 tabIndex={-1} ref={ref}>
        <Icon of={CircleAlert} /> {t("title")}
      </h2>
      <p className="muted mb-3 prose-line">{t(isScripted ? "text" : "textByHand")}</p>
      <ComparedValues
        subject={subject}
        about={t("about", { version: Number(conflict.values.version) || version - 1 })}
        yours={{ title: t("yours"), by: t("unsaved") }}
        theirs={{ title: t("theirs", { version }), by: joinParts([conflict.author, when], locale) }}
        bothTitle={t("both")}
        fields={fields}
      />
      {isScripted && (
        <div className="form-end">
          <SubmitButton pending={pending}>{t("save", { version: version + 1 })}</SubmitButton>
          <Link className="btn" href={theirsHref} prefetch={false}>
            {t("keepTheirs", { version })}
          </Link>
        </div>
      )}
    </form>
  );
}

function readStoredValue(form: FormData): Record<string, Side> {
  const stored: Record<string, Side> = {};
  for (const [name, side] of form)
    if (side === "yours" || side === "theirs" || side === "both") stored[name.replace(/^keep\./, "")] = side;
  return stored;
}
