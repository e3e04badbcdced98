"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { RadioChoice } from "@/components/ui/choice";
import { GDPR_BINDINGS } from "@/lib/domain/organisation/types";

/** Article 3 decides whether duties are statutory or contractual. */
export function ReachFields() {
  const t = useTranslations("organisation");
  const { choice, valueOf } = useFormAround();
  const choices = GDPR_BINDINGS.toReversed().map((binding) => ({
    value: binding,
    label: t(`bindings.${binding}.label`),
    hint: t(`bindings.${binding}.hint`),
  }));
  return (
    <div className="cols">
      <RadioChoice
        {...choice("gdprBinding")}
        label={t("fields.gdprBinding")}
        choices={choices}
        defaultValue={String(valueOf("gdprBinding"))}
      />
      <aside className="mt-4 text-[13px]" aria-labelledby="why-reach">
        <h3 id="why-reach" className="font-semibold">
          {t("why.title")}
        </h3>
        {(["statute", "contract", "consequence", "doubt"] as const).map((part) => (
          <p key={part} className="muted mt-2">
            {t(`why.${part}`)}
          </p>
        ))}
      </aside>
    </div>
  );
}
