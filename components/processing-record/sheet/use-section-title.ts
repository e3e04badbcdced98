import { useTranslations } from "next-intl";
import type { RecordSection } from "@/lib/domain/processing-record/sections";
import type { Capacity } from "@/lib/domain/processing-record/types";

/** The own register has no title « outside the Union » for a company outside it. */
export function useSectionTitle(capacity: Capacity): (section: RecordSection) => string {
  const t = useTranslations("record");
  return (section) => {
    const own = `own.sections.${section}` as "own.sections.transfers";
    return capacity === "controller" && t.has(own) ? t(own) : t(`sections.${section}`);
  };
}
