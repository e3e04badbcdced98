import { useLocale } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { GapNote } from "@/components/ui/record-field";
import { gapMessageKey, isMention } from "@/lib/domain/processing-record/completeness";
import { formatGapParams } from "@/lib/domain/processing-record/gap-params";
import type { Gap } from "@/lib/domain/processing-record/types";
import { useTranslate } from "./use-translate";
import { gapWords } from "./words";

type GapNotesProps = {
  gaps: readonly Gap[];
  /** Link to the field; absent in the form itself. */
  hrefOf?: (gap: Gap) => string;
  moreOf?: (gap: Gap) => ReactNode;
};

export function GapNotes({ gaps, hrefOf, moreOf }: GapNotesProps) {
  const t = useTranslate();
  const locale = useLocale();
  return gaps.map((gap) => {
    const key = gapMessageKey(gap.rule);
    const params = formatGapParams(gap.params, gapWords(t, locale));
    const isRequired = gap.level === "required";
    return (
      <GapNote key={gap.rule} code={gap.code} title={t(`${key}.short`, params)} advisable={!isRequired}>
        {t(`${key}.write`, params)} <span className="muted">{t(`${key}.why`, params)}</span>{" "}
        {(isRequired || isGoodPractice(gap)) && (
          <span className="faint">{t(`gaps.basis.${gap.basis}`)}. </span>
        )}
        {hrefOf && (
          <Link href={hrefOf(gap)} prefetch={false}>
            {t(isRequired ? "record.page.toMend" : "record.page.toFollow")}
          </Link>
        )}
        {moreOf?.(gap)}
      </GapNote>
    );
  });
}

/** A mention of article 30(1) that nothing requires here. */
function isGoodPractice({ basis, code }: Gap): boolean {
  return basis === "good-practice" && isMention(code);
}
