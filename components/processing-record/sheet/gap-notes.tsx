import { useLocale } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { GapNote } from "@/components/ui/record-field";
import { gapMessageKey, isMention } from "@/lib/domain/processing-record/completeness";
import { formatGapParams } from "@/lib/domain/processing-record/gap-params";
import type { Gap } from "@/lib/domain/processing-record/types";
import { provisionCited } from "@/lib/domain/statute/provisions";
import type { RecordLaws } from "./record-laws";
import { useTranslate } from "./use-translate";
import { gapWords } from "./words";

type GapNotesProps = {
  gaps: readonly Gap[];
  /** Link to the field; absent in the form itself. */
  hrefOf?: (gap: Gap) => string;
  moreOf?: (gap: Gap) => ReactNode;
  /** In the portal: what the laws of the controller ask. */
  laws?: RecordLaws;
};

export function GapNotes({ gaps, hrefOf, moreOf, laws }: GapNotesProps) {
  const t = useTranslate();
  const locale = useLocale();
  return gaps.map((gap) => {
    const key = gapMessageKey(gap.rule);
    const params = formatGapParams(gap.params, gapWords(t, locale));
    const isRequired = gap.level === "required";
    return (
      <GapNote
        key={gap.rule}
        article={laws && citesOwnLaws(gap, laws) ? undefined : gap.article}
        title={t(`${key}.short`, params)}
        advisable={!isRequired}
      >
        {t(`${key}.write`, params)}{" "}
        <span className="muted">
          {laws && citesOwnLaws(gap, laws) ? ownArticle(gap, laws) : t(`${key}.why`, params)}
        </span>{" "}
        {/* Whether the GDPR binds the processor is none of its client's affair. */}
        {!laws && (isRequired || isGoodPractice(gap)) && (
          <span className="faint">{t(`gaps.basis.${gap.basis}`)}. </span>
        )}
        {hrefOf && (
          <Link href={hrefOf(gap)} prefetch={false}>
            {t(isRequired ? "record.page.toMend" : "record.page.toFollow")}
          </Link>
        )}
        {moreOf?.(gap)}
        {!(laws && citesOwnLaws(gap, laws)) && <WhyAsked article={gap.article} />}
      </GapNote>
    );
  });
}

/** Leads to the article that asks for it, with an example; nothing where no page explains it. */
function WhyAsked({ article }: { article: string }) {
  const t = useTranslate();
  const provision = provisionCited(article);
  if (!provision) return null;
  return (
    <>
      {" "}
      <a href={`/law/${provision.id}`} rel="help">
        {t("record.page.whyAsked", { article: provision.article })}
      </a>
    </>
  );
}

/** True of a client that no law of the Union reaches; who represents it in the Union is asked under article 27 alone, 3(2). */
function citesOwnLaws({ article }: Gap, { isOfUnion }: RecordLaws): boolean {
  return !isOfUnion && !articlesIn(article).includes("27");
}

/** Words of the texts that ask for it under the controller's laws; absent where they are silent. */
function ownArticle({ article }: Gap, { articles }: RecordLaws): string | undefined {
  return articlesIn(article).flatMap((one) => articles.get(one) ?? [])[0];
}

function articlesIn(article: string): string[] {
  return article.split(", ");
}

/** A mention of article 30(1) that nothing requires here. */
function isGoodPractice({ basis, code }: Gap): boolean {
  return basis === "good-practice" && isMention(code);
}
