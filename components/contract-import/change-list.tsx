import { useLocale, useTranslations } from "next-intl";
import { useReadValue } from "@/components/form/use-field-words";
import { Replaced } from "@/components/ui/changes";
import { clauseTargetOf } from "@/lib/domain/contract-import/clause-heads";
import type { ImportChange } from "@/lib/domain/contract-import/import-changes";
import { CONTRACT_DATES, contractFieldOf } from "@/lib/domain/contract-import/sheet-fields";
import { required } from "@/lib/domain/invariant/required";
import type { CountryOption } from "@/lib/i18n/country-options";
import { joinParts } from "@/lib/i18n/format";

type ChangeListProps = {
  changes: readonly ImportChange[];
  countries: readonly CountryOption[];
  isOpen: boolean;
};

const COUNTED = ["fields", "clauses", "people", "amendments"] as const;

/** Lists a file's changes to one contract: their counts, then each field in the reader's words, old beside new. */
export function ChangeList({ changes, countries, isOpen }: ChangeListProps) {
  const t = useTranslations("contract.import.changes");
  const locale = useLocale();
  const translate = useChangeWords(countries);
  if (changes.length === 0) return null;
  const count = (kind: ImportChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  const clauses = new Set(
    changes.flatMap((change) =>
      change.kind === "clause" ? [required(clauseTargetOf(change.target), change.target).id] : [],
    ),
  );
  const counts = {
    fields: count("field"),
    clauses: clauses.size,
    people: count("instructor"),
    amendments: count("amendment"),
  };
  return (
    <details open={isOpen || undefined}>
      <summary className="py-1">
        {joinParts(
          COUNTED.filter((kind) => counts[kind] > 0).map((kind) => t(kind, { count: counts[kind] })),
          locale,
        )}
      </summary>
      <ul className="list-none">
        {changes.map((change, at) => (
          <li key={at} className="wrap-anywhere py-0.5">
            <ChangeLine {...translate(change)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

type FieldDifference = { label: string; before?: string; after?: string };

function ChangeLine({ label, before = "", after }: FieldDifference) {
  return (
    <>
      <b>
        <bdi>{label}</bdi>
      </b>{" "}
      {after !== undefined && (
        <span className="whitespace-pre-line">
          <Replaced before={before} after={after} />
        </span>
      )}
    </>
  );
}

function useChangeWords(countries: readonly CountryOption[]): (change: ImportChange) => FieldDifference {
  const t = useTranslations("contract");
  const words = useTranslations("contract-clauses");
  const read = useReadValue("contract", countries);
  const clauseWords = (of: Extract<ImportChange, { kind: "clause" }>): FieldDifference => {
    const { id, part } = required(clauseTargetOf(of.target), of.target);
    const value = (stated: string) => (part === "answer" ? words(`answers.${stated}`) : stated);
    const label = t("import.clauseTarget", {
      id,
      title: words(`clauses.${id}.title`),
      part: t(`clauses.${part}`),
    });
    return { label, before: value(of.before), after: value(of.after) };
  };
  return (change) => {
    switch (change.kind) {
      case "field": {
        const isDay = CONTRACT_DATES.some((date) => date === change.target);
        const kind = contractFieldOf(change.target)?.kind ?? { kind: isDay ? "day" : "line" };
        const label = t(`fields.${change.target}`);
        return { label, before: read(kind, change.before), after: read(kind, change.after) };
      }
      case "clause":
        return clauseWords(change);
      case "instructor": {
        const kind = { kind: change.field === "from" || change.field === "until" ? "day" : "line" };
        const label = t("import.person", {
          name: change.name,
          field: t(`instructors.fields.${change.field}`),
        });
        return { label, before: read(kind, change.before), after: read(kind, change.after) };
      }
      case "amendment":
        return { label: t(`import.amendments.${change.isNew ? "new" : "changed"}`, { title: change.title }) };
    }
  };
}
