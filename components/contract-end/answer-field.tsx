import { useTranslations } from "next-intl";
import type { useServerForm } from "@/components/form/use-server-form";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { UNION_LAW, WRITTEN_MEANS, type EvidenceField } from "@/lib/domain/contract-end/answers";
import type { LineKind } from "@/lib/domain/contract-end/types";
import type { CountryOption } from "@/lib/i18n/country-options";

type AnswerFieldProps = {
  name: EvidenceField;
  form: ReturnType<typeof useServerForm>;
  kind: LineKind;
  today: string;
  countries: readonly CountryOption[];
};

export function AnswerField({ name, form, kind, today, countries }: AnswerFieldProps) {
  const t = useTranslations("contract-end");
  const common = { ...form.field(name), label: t(`fields.${name}`) };
  switch (name) {
    case "on":
      return <TextInput {...common} type="date" max={today} narrow />;
    case "purgeOn":
    case "untilOn":
      return <TextInput {...common} type="date" narrow />;
    case "by":
      return <TextInput {...common} dir="auto" hint={t(`hints.by.${confirmerOf(kind)}`)} />;
    case "note":
    case "data":
      return <TextArea {...common} dir="auto" hint={name === "note" ? t("hints.note") : undefined} />;
    case "means":
      return (
        <Select
          {...common}
          hint={t("hints.means")}
          blank=""
          options={WRITTEN_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
          narrow
        />
      );
    case "lawOf":
      return (
        <Select
          {...common}
          hint={t("hints.lawOf")}
          blank=""
          options={[{ value: UNION_LAW, label: t("unionLaw") }, ...countries]}
        />
      );
    case "name":
      return <TextInput {...common} dir="auto" hint={t("hints.name")} />;
    case "law":
    case "recipient":
      return <TextInput {...common} dir="auto" />;
  }
}

/** Person who confirms: the controller's, the sub-processor's or the organisation's. */
function confirmerOf(kind: LineKind): "choice" | "sub-processor" | "other" {
  return kind === "choice" || kind === "sub-processor" ? kind : "other";
}
