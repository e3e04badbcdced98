import { useTranslations } from "next-intl";
import type { Capacity } from "@/lib/domain/processing-record/types";

/** Distinguishes sub-processors from processors of the own register. */
export function useFieldLabel(capacity: Capacity, isOfUnion = true): (field: string) => string {
  const t = useTranslations("record");
  return (field) => {
    const abroad = `abroad.fields.${field}` as "abroad.fields.transferAnswer";
    if (!isOfUnion && t.has(abroad)) return t(abroad);
    const own = `own.fields.${field}` as "own.fields.activity";
    return capacity === "controller" && t.has(own) ? t(own) : t(`fields.${field}` as "fields.activity");
  };
}
