import { useTranslations } from "next-intl";
import { GapNote } from "@/components/ui/record-field";
import type { LoadedTransfer } from "./loaded-transfer";

/** Gaps of a field with their articles and basis, statute or contract. */
export function TransferGaps({ gaps }: Pick<LoadedTransfer, "gaps">) {
  const t = useTranslations("transfer-gaps");
  return gaps.map((gap) => (
    <GapNote
      key={gap.rule}
      article={gap.article}
      title={t(`rules.${gap.rule}.short`)}
      advisable={gap.level === "advisable"}
    >
      {t(`rules.${gap.rule}.why`)} <span className="faint">{t(`basis.${gap.basis}`)}</span>
    </GapNote>
  ));
}
