import { useLocale, useTranslations } from "next-intl";
import { formatList } from "@/lib/i18n/format";

const ACT_LABELS = [
  ["new", "new"],
  ["changed", "changed"],
  ["set-aside", "setAside"],
  ["marked", "marked"],
  ["ended", "ended"],
] as const;

/** Example: "39 new records and 1 row set aside". */
export function useActLabel() {
  const t = useTranslations("import-page");
  const locale = useLocale();
  return (tally: Readonly<Record<string, number>>): string => {
    const stated = ACT_LABELS.flatMap(([fate, key]) => {
      const count = tally[fate];
      return count ? t(`did.${key}`, { count }) : [];
    });
    return stated.length > 0 ? formatList(stated, locale) : t("earlier.nothing");
  };
}
