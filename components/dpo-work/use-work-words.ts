import { useTranslations } from "next-intl";
import { useReadValue } from "@/components/form/use-field-words";
import { entryOf } from "@/lib/domain/invariant/required";
import type { WorkField } from "@/lib/domain/dpo-work/fields";

/** Labels of fields, and how each value is read. */
export function useWorkWords(
  kind: string,
  fields: readonly WorkField[],
  controllers: readonly { value: string; label: string }[] = [],
) {
  const t = useTranslations("dpo-work");
  const readValue = useReadValue("dpo-work", []);
  const kinds = new Map(fields.map(([name, of]) => [name, of]));
  return {
    labels: Object.fromEntries(fields.map(([name]) => [name, t(`fields.${kind}.${name}`)])),
    read: (name: string, value: unknown): string => {
      const of = entryOf(kinds, name);
      if (of.kind === "controller") return controllers.find((one) => one.value === value)?.label ?? "";
      return readValue(of.kind === "records" ? { kind: "lines" } : of, value);
    },
  };
}
