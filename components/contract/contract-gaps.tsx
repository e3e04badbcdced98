import Link from "next/link";
import { useTranslations } from "next-intl";
import { GapNote } from "@/components/ui/record-field";
import type { ContractGap } from "@/lib/domain/contract/contract-case";
import type { ShownContract } from "./loaded-contract";

type ContractGapsProps = {
  loaded: ShownContract;
  sections: readonly ContractGap["section"][];
  /** Only links to each clause: the table below has the details. */
  isSummed?: boolean;
};

/** Gives each gap's article and its legal basis. */
export function ContractGaps({ loaded, sections, isSummed = false }: ContractGapsProps) {
  const t = useTranslations("contract-gaps");
  const clauses = useTranslations("contract-clauses.clauses");
  const gaps = loaded.gaps.filter(({ section }) => sections.includes(section));
  if (gaps.length === 0) return null;
  if (isSummed)
    return (
      <p className="summary">
        <span>{t("count", { count: gaps.length })}</span>
        {gaps.map(({ clause }) => (
          <Link key={clause} href={`#clause-${clause}`}>
            {clauses(`${clause}.title`)}
          </Link>
        ))}
      </p>
    );
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
