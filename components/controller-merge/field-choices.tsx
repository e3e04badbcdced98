import { useTranslations } from "next-intl";
import { RadioChoice } from "@/components/ui/choice";
import type { MergePreview } from "@/lib/features/controller-merge/loaders";
import { LOCALE_NAMES } from "@/lib/i18n/locale";

type FieldChoicesProps = { of: MergePreview; valueOf: (path: string) => unknown };
type Differing = MergePreview["fields"][number];

/** The value that is not taken remains in its sheet's history. */
export function FieldChoices({ of, valueOf }: FieldChoicesProps) {
  const t = useTranslations("controller");
  const translate = useValueWords();
  return (
    <>
      <p className="muted mt-3">{t("merge.fieldsText")}</p>
      {of.fields.map((differing) => (
        <RadioChoice
          key={differing.field}
          name={`fields.${differing.field}`}
          label={t(`fields.${differing.field}`)}
          defaultValue={String(valueOf(`fields.${differing.field}`) ?? sideOf(differing))}
          choices={(["into", "from"] as const).map((side) => ({
            value: side,
            label: <bdi className="wrap-anywhere">{translate(differing.field, differing[side])}</bdi>,
            hint: t("merge.valueOf", { name: of[side].legalName }),
          }))}
        />
      ))}
    </>
  );
}

/** Blank fields of the remaining sheet default to the other's value. */
function sideOf({ into }: Differing): "into" | "from" {
  return into === null || into.toString() === "" ? "from" : "into";
}

function useValueWords() {
  const t = useTranslations("controller");
  const countries = useTranslations("countries");
  return (field: Differing["field"], value: Differing["into"]): string => {
    if (typeof value === "object" && value !== null)
      return (
        value.map((code) => (countries.has(code) ? countries(code) : code)).join(", ") || t("merge.blank")
      );
    if (value === null || value === "") return t("merge.blank");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (field === "country") return countries.has(value) ? countries(value) : value;
    if (field === "language") return LOCALE_NAMES[value as keyof typeof LOCALE_NAMES] ?? value;
    if (field === "targeting") return t(`targeting.${value}`);
    if (field === "clientRole") return t(`clientRoles.${value}`);
    return value;
  };
}
