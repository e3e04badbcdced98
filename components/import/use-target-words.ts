import { useTranslations } from "next-intl";
import type { ImportTarget } from "@/lib/domain/import/types";

export function useTargetWords() {
  const t = useTranslations("import");
  return (target: ImportTarget): string => t(`targets.${target}`);
}
