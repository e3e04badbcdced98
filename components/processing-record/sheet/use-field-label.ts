import { useTranslations } from "next-intl";
import type { Capacity } from "@/lib/domain/processing-record/types";

/** What a field is called in a register: a processor of one's own is no sub-processor. */
export function useFieldLabel(capacity: Capacity): (field: string) => string {
  const t = useTranslations("record");
  return (field) => {
    const own = `own.fields.${field}` as "own.fields.activity";
    return capacity === "controller" && t.has(own) ? t(own) : t(`fields.${field}` as "fields.activity");
  };
}
