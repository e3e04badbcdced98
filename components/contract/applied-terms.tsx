import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import type { SubProcessingTerms, SubProcessing } from "@/lib/domain/contract/sub-processing";
import { joinParts } from "@/lib/i18n/format";

/** Terms on sub-processors that govern where the standard clauses apply, and those they override, clause 5. */
export function AppliedTerms({ of }: { of: SubProcessing }) {
  const t = useTranslations("contract.applied");
  const choices = useTranslations("contract.choices.authorisation");
  const locale = useLocale();
  const translate = ({ regime, days }: SubProcessingTerms) =>
    joinParts([regime && choices(regime), days !== null && t("days", { days })], locale);
  if (of.by.regime === "contract" && of.by.days === "contract") return null;
  const other = translate(of.setAside);
  return (
    <RecordField label={t("label")}>
      {joinParts([translate(of), of.days === null && t("noDays")], locale)}
      <p className="muted prose-line">
        {t("byClauses")} {other !== "" && t("setAside", { said: other })}
      </p>
    </RecordField>
  );
}
