"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { isTicked, useFormAround } from "@/components/form/form-context";
import { Checkbox } from "@/components/ui/choice";
import { Icon } from "@/components/ui/icon";

/** Requires a tick where the change affects entries, or affects more than were shown. */
export function ConfirmTouched({ count }: { count: number }) {
  const t = useTranslations("measure.touched");
  const { choice, valueOf } = useFormAround();
  const { error, ...tick } = choice("confirmed");
  if (count === 0 && !error) return null;
  return (
    <div className="choices">
      <Checkbox
        {...tick}
        value="true"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "confirmed-error" : undefined}
        defaultChecked={isTicked(valueOf("confirmed"))}
        label={count > 0 ? t("confirm", { count }) : t("confirmNow")}
      />
      {error && (
        <small className="reason" id="confirmed-error">
          <Icon of={CircleAlert} small />
          {error}
        </small>
      )}
    </div>
  );
}
