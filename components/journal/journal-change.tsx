import { useTranslations } from "next-intl";
import type { JsonObject, JsonValue } from "@/lib/domain/journal/canonical";
import type { SubjectNoun } from "@/lib/domain/journal/event";

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
    <details className="mt-1 font-normal">
      <summary className="muted">{t("change", { count: names.length })}</summary>
      <div className="overflow-x-auto">
        <table className="account mt-1">
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              {before && <th scope="col">{t("before")}</th>}
              {after && <th scope="col">{t("after")}</th>}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <FieldName noun={noun} name={name} />
                {before && <Value of={before[name]} />}
                {after && <Value of={after[name]} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A field without words keeps its own name: an entry outlives the forms. */
function FieldName({ noun, name }: { noun: SubjectNoun; name: string }) {
  const t = useTranslations();
  const key = `${FIELD_WORDS[noun]}.${name}`;
  return (
    <th scope="row" className="muted">
      {FIELD_WORDS[noun] && t.has(key) ? t(key) : name}
    </th>
  );
}

function Value({ of: value }: { of: JsonValue | undefined }) {
  const t = useTranslations("journal");
  const text = textOf(value);
  return <td>{text === "" ? <span className="faint">{t("empty")}</span> : <bdi>{text}</bdi>}</td>;
}

function textOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join(", ");
  return JSON.stringify(value);
}
