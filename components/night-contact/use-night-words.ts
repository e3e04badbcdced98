import { useLocale, useTranslations } from "next-intl";
import type { NoticeGround } from "@/lib/domain/breach/authority-duties";
import { COMMA } from "@/lib/i18n/format";

/** Names the laws by which a controller is told of a breach: the head's article, and the advice where nobody is listed. */
export function useNightWords({ bases, silent }: NoticeGround) {
  const [t, locale] = [useTranslations("night-contact"), useLocale()];
  const article = bases.map((basis) => t(`bases.${basis}`)).join(COMMA[locale]);
  return {
    article: silent === null ? article : undefined,
    advice: silent === null ? t("advice.bound", { laws: article }) : t(`advice.${silent}`),
  };
}
