"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { SchemaField } from "@/components/form/schema-field";
import { ListInput, type Option, Select, TextInput } from "@/components/ui/text-input";
import type { WorkField } from "@/lib/domain/dpo-work/fields";

type WorkFieldProps = { kind: string; field: WorkField; controllers: readonly Option[] };

export function WorkFieldControl({ kind, field: [name, of, required], controllers }: WorkFieldProps) {
  const t = useTranslations("dpo-work");
  const { field } = useFormAround();
  const label = t(`fields.${kind}.${name}`);
  const hint = t.has(`hints.${kind}.${name}`) ? t(`hints.${kind}.${name}`) : undefined;
  const text = { label, hint };
  switch (of.kind) {
    case "controller":
      return <Select {...field(name)} {...text} options={controllers} blank={t("choose")} required />;
    case "choice":
      return (
        <Select
          {...field(name)}
          {...text}
          options={of.options.map((value) => ({ value, label: t(`choices.${of.words}.${value}`) }))}
          blank={t("choose")}
          required
        />
      );
    case "records":
      return <ListInput {...field(name)} {...text} dir="ltr" optional />;
    case "address":
      return <TextInput {...field(name)} {...text} type="url" dir="ltr" optional />;
    case "day":
      return <TextInput {...field(name)} {...text} type="date" narrow optional={!required} />;
    case "text":
      return <SchemaField noun="dpo-work" name={name} of={of} {...text} countries={[]} rows={5} />;
    default:
      return <SchemaField noun="dpo-work" name={name} of={of} {...text} countries={[]} required={required} />;
  }
}
