import { useTranslations } from "next-intl";
import type { RecordSection } from "@/lib/domain/processing-record/sections";
import type { Capacity } from "@/lib/domain/processing-record/types";

/** The own register has no title « outside the Union » for a company outside it, and the portal none for a client of no law of the Union. */
export function useSectionTitle(capacity: Capacity, isOfUnion = true): (section: RecordSection) => string {
  const t = useTranslations("record");
  return (section) => {
    const abroad = `abroad.sections.${section}` as "abroad.sections.transfers";
    if (!isOfUnion && t.has(abroad)) return t(abroad);
    const own = `own.sections.${section}` as "own.sections.transfers";
    return capacity === "controller" && t.has(own) ? t(own) : t(`sections.${section}`);
  };
}
