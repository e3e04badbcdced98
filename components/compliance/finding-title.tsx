import { useTranslations } from "next-intl";
import { OWN } from "@/lib/domain/compliance/duties";
import type { FindingQuery } from "@/lib/features/compliance/schema";
import { joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useCodeWords } from "./code-words";

type TitleProps = { query: FindingQuery; controller: string; locale: Locale };

/** Names what the list is narrowed to: "Contrat complet, Orvelle SAS". */
export function FindingTitle({ query: { duty, controller: id, code }, controller, locale }: TitleProps) {
  const t = useTranslations("compliance");
  const wordsOf = useCodeWords();
  const parts = [
    duty && t(`duties.${duty}`),
    duty && code && wordsOf(duty, code),
    id === "shared" || id === OWN ? t(`matrix.${id}`) : controller,
  ].filter(Boolean);
  return parts.length > 0 ? joinParts(parts, locale) : t("gaps.title");
}
