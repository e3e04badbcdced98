import { useLocale, useTranslations } from "next-intl";
import type { SaleCondition } from "@/lib/domain/telephone-prospecting/facts";
import { formatList } from "@/lib/i18n/format";

/** Names the conditions of the exception for customers that are not met or not known, L34-5 CPCE. */
export function LackingConditions({ of = [] }: { of?: readonly SaleCondition[] | undefined }) {
  const t = useTranslations("telephone.call");
  const locale = useLocale();
  if (of.length === 0) return null;
  const conditions = formatList(
    of.map((condition) => t(`saleConditions.${condition}`)),
    locale,
  );
  return <p>{t("lacking", { conditions })}</p>;
}
