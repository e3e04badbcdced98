import { useTranslations } from "next-intl";
import type { ImportTarget } from "@/lib/domain/import/types";

/** Where a column may go, in words. */
export function useTargetWords() {
  const t = useTranslations("import");
  return (target: ImportTarget): string => t(`targets.${target}`);
}
