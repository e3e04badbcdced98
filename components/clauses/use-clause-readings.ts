import { useLocale, useTranslations } from "next-intl";
import type { ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseReading } from "@/lib/domain/contract/content";
import { joinParts } from "@/lib/i18n/format";

export function useClauseReadings(ids: readonly ClauseId[]) {
  const t = useTranslations("contract-clauses");
  const locale = useLocale();
  const labels = Object.fromEntries(ids.map((id) => [id, t(`clauses.${id}.title`)]));
  const read = (_name: string, value: unknown) => {
    const { answer, place, note } = (value ?? {}) as Partial<ClauseReading>;
    return joinParts([answer && t(`answers.${answer}`), place, note], locale, " · ");
  };
  return { labels, read };
}
