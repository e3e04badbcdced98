import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { JsonObject, JsonValue } from "@/lib/domain/journal/canonical";
import type { SubjectNoun } from "@/lib/domain/nouns/events";
import { partialDateSchema } from "@/lib/domain/time/partial-date-schema";
import { formatPartialDate, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

export type JournalNames = Readonly<Record<string, string>>;
type JournalChangeProps = { noun: SubjectNoun; before?: JsonObject; after?: JsonObject; names: JournalNames };

const FIELD_WORDS: Partial<Record<SubjectNoun, string>> = {
  organisation: "organisation.fields",
  controller: "controller.fields",
  contract: "contract.fields",
  transfer: "transfer.fields",
  "sub-processor": "sub-processor.fields",
  "processing-record": "record.fields",
};

export function JournalChange({ noun, before, after, names }: JournalChangeProps) {
  const t = useTranslations("journal");
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (fields.length === 0) return null;
  return (
    <details className="font-normal">
      <summary className="muted">
        {t(before ? "changed" : "written", { count: fields.length })} <Icon of={ChevronDown} small />
      </summary>
      <dl>
        {fields.map((name) => (
          <div className="field two" key={name}>
            <FieldName noun={noun} name={name} />
            <dd>
              {before && <Value label={t("before")} name={name} of={before[name]} names={names} />}
              {after && <Value label={before && t("after")} name={name} of={after[name]} names={names} />}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Falls back to the field's own name: journal entries outlive the forms. */
function FieldName({ noun, name }: { noun: SubjectNoun; name: string }) {
  const t = useTranslations();
  const key = [`${FIELD_WORDS[noun]}.${name}`, `journal.fields.${name}`].find((candidate) =>
    t.has(candidate),
  );
  return <dt>{key ? t(key) : name}</dt>;
}

type ValueProps = { label?: string; name: string; of: JsonValue | undefined; names: JournalNames };

function Value({ label, name, of: value, names }: ValueProps) {
  const t = useTranslations();
  const text = textOf(value, names, useLocale());
  const template = name === "template" ? `template-library.entries.${text}.title` : "";
  return (
    <div>
      {label && <span className="muted">{label} </span>}
      {text === "" ? (
        <span className="faint">{t("journal.empty")}</span>
      ) : (
        <bdi>{t.has(template) ? t(template) : text}</bdi>
      )}
    </div>
  );
}

function textOf(value: JsonValue | undefined, names: JournalNames, locale: Locale): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return names[value] ?? value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return joinParts(
      value.map((item) => names[item] ?? item),
      locale,
    );
  const date = partialDateSchema.safeParse(value);
  return date.success ? formatPartialDate(date.data, locale) : JSON.stringify(value);
}
