import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { JsonObject, JsonValue } from "@/lib/domain/journal/canonical";
import type { SubjectNoun } from "@/lib/domain/journal/event";
import { joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

type JournalChangeProps = { noun: SubjectNoun; before?: JsonObject; after?: JsonObject };

// Whose sentences name the fields of what an entry is about.
const FIELD_WORDS: Partial<Record<SubjectNoun, string>> = {
  organisation: "organisation.fields",
  controller: "controller.fields",
  "processing-record": "record.fields",
};

/** What was and what is, field by field, behind the browser's own disclosure. */
export function JournalChange({ noun, before, after }: JournalChangeProps) {
  const t = useTranslations("journal");
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return null;
  return (
    <details className="font-normal">
      <summary className="muted">
        {t(before ? "changed" : "written", { count: names.length })} <Icon of={ChevronDown} small />
      </summary>
      <dl>
        {names.map((name) => (
          <div className="field two" key={name}>
            <FieldName noun={noun} name={name} />
            <dd>
              {before && <Value label={t("before")} name={name} of={before[name]} />}
              {after && <Value label={before && t("after")} name={name} of={after[name]} />}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A field without words keeps its own name: an entry outlives the forms. */
function FieldName({ noun, name }: { noun: SubjectNoun; name: string }) {
  const t = useTranslations();
  const key = [`${FIELD_WORDS[noun]}.${name}`, `journal.fields.${name}`].find((candidate) =>
    t.has(candidate),
  );
  return <dt>{key ? t(key) : name}</dt>;
}

function Value({ label, name, of: value }: { label?: string; name: string; of: JsonValue | undefined }) {
  const t = useTranslations();
  const text = textOf(value, useLocale());
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

function textOf(value: JsonValue | undefined, locale: Locale): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return joinParts(value, locale);
  return JSON.stringify(value);
}
