import { useTranslations } from "next-intl";
import { labelKey, type ReadUnder } from "@/lib/domain/processing-record/label-key";
import type { RecordSection } from "@/lib/domain/processing-record/sections";
import type { Capacity } from "@/lib/domain/processing-record/types";

export function useFieldLabel(capacity: Capacity, isOfUnion = true): (field: string) => string {
  return useLabel("fields", { capacity, isOfUnion });
}

export function useSectionTitle(capacity: Capacity, isOfUnion = true): (section: RecordSection) => string {
  return useLabel("sections", { capacity, isOfUnion });
}

function useLabel(kind: "sections" | "fields", under: ReadUnder): (name: string) => string {
  const t = useTranslations("record");
  // Keys are computed: one of each kind stands for their literal type.
  const has = (key: string) => t.has(key as "fields.activity");
  return (name) => t(labelKey(kind, name, under, has) as "fields.activity");
}
