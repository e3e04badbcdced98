import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { Icon } from "@/components/ui/icon";
import type { JsonObject, JsonValue } from "@/lib/domain/journal/canonical";
import type { SubjectNoun } from "@/lib/domain/nouns/events";
import { partialDateSchema } from "@/lib/domain/time/partial-date-schema";
import { formatDay, formatInstant, formatNumber, formatPartialDate, joinParts } from "@/lib/i18n/format";
import { codeWordsOf, fieldWordsOf } from "@/lib/i18n/journal-fields";
import type { Locale } from "@/lib/i18n/locale";

export type JournalNames = Readonly<Record<string, string>>;
type JournalChangeProps = { noun: SubjectNoun; before?: JsonObject; after?: JsonObject; names: JournalNames };

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
              {before && <Value label={t("before")} {...{ noun, name, names }} of={before[name]} />}
              {after && <Value label={before && t("after")} {...{ noun, name, names }} of={after[name]} />}
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
  const key = fieldWordsOf(noun, name).find((candidate) => t.has(candidate));
  return <dt>{key ? t(key) : name}</dt>;
}

type ValueProps = {
  label?: string;
  noun: SubjectNoun;
  name: string;
  of: JsonValue | undefined;
  names: JournalNames;
};

function Value({ label, noun, name, of: value, names }: ValueProps) {
  const t = useTranslations();
  const text = useValueText(noun, names)(name, value);
  return (
    <div>
      {label && <span className="muted">{label} </span>}
      {text === "" ? <span className="faint">{t("journal.empty")}</span> : <bdi>{text}</bdi>}
    </div>
  );
}

/** Puts a value of any depth into words; a part of a document has its own label, without one its own name. */
function useValueText(noun: SubjectNoun, names: JournalNames) {
  const t = useTranslations();
  const locale = useLocale();
  const labelOf = (path: string, name: string) => {
    const keys = [...fieldWordsOf(noun, path), ...fieldWordsOf(noun, name)];
    const key = keys.find((candidate) => t.has(candidate));
    return key ? t(key) : name;
  };
  const wordOf = (path: string, code: string) => {
    const keys = [path, path.slice(path.lastIndexOf(".") + 1)].map((name) => codeWordsOf(noun, name, code));
    const key = keys.find((candidate) => candidate !== null && t.has(candidate));
    return names[code] ?? (key ? t(key) : describeTime(code, locale));
  };
  const textOf = (path: string, value: JsonValue | undefined): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return t(`record.answers.${value ? "yes" : "no"}`);
    if (typeof value === "string") return wordOf(path, value);
    if (typeof value === "number") return formatNumber(value, locale);
    if (Array.isArray(value))
      return joinParts(value.map((item) => textOf(path, item)).filter(Boolean), locale);
    const date = partialDateSchema.safeParse(value);
    return date.success ? formatPartialDate(date.data, locale) : describeParts(path, value as JsonObject);
  };
  const describeParts = (path: string, parts: JsonObject): string => {
    const described = Object.entries(parts).map(([name, part]) => ({
      label: labelOf(`${path}.${name}`, name),
      text: textOf(`${path}.${name}`, part),
    }));
    const filled = described.filter(({ text }) => text !== "");
    return joinParts(
      filled.map((part) => t("journal.part", part)),
      locale,
      " · ",
    );
  };
  return textOf;
}

/** A day or an instant as a reader knows it; any other text as it is. */
function describeTime(text: string, locale: Locale): string {
  if (z.iso.date().safeParse(text).success) return formatDay(text, locale);
  if (!z.iso.datetime().safeParse(text).success) return text;
  return formatInstant(Date.parse(text), "Africa/Casablanca", locale, { seconds: true });
}
