import { useTranslations } from "next-intl";
import { MEASURE_ARTICLES } from "@/lib/domain/measure/types";

/** Example: "32(1)(c)" → "art. 32(1)(c), rétablissement après incident". */
export function useArticles(): (article: string) => string {
  const t = useTranslations("measure");
  return (article) => {
    const known = MEASURE_ARTICLES.find((one) => one === article);
    const stated = t("article", { article });
    return known ? t("articleNamed", { article: stated, name: t(`articleNames.${known}`) }) : stated;
  };
}
