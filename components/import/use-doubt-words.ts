import { useTranslations } from "next-intl";
import type { Doubt } from "@/lib/domain/import/types";

/** What a reader was unsure of, in words; a doubt without any says that it is one. */
export function useDoubtWords() {
  const [doubts, page] = [useTranslations("import"), useTranslations("import-page")];
  return ({ key, params }: Doubt): string => {
    if (doubts.has(`doubts.${key}`)) return doubts(`doubts.${key}`, params);
    if (page.has(`doubts.${key}`)) return page(`doubts.${key}`, params);
    return params.text ? page("doubts.other", { text: params.text }) : page("doubts.unsaid");
  };
}
