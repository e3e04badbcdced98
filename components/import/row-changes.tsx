import { useTranslations } from "next-intl";
import type { FieldChange } from "@/lib/domain/import/field-changes";
import { useFieldText } from "./use-field-text";

export function RowChanges({ changes }: { changes: readonly FieldChange[] }) {
  const t = useTranslations("import-page");
  return (
    <ul className="text-ink wrap-anywhere" aria-label={t("rows.changes")}>
      {changes.map((change) => (
        <Change key={change.field} change={change} />
      ))}
    </ul>
  );
}

function Change({ change: { field, from, to, mendedHere } }: { change: FieldChange }) {
  const [t, record] = [useTranslations("import-page"), useTranslations("record")];
  const textOf = useFieldText();
  const [before, after] = [textOf(field, from), textOf(field, to)];
  return (
    <li>
      <span className="muted">{t("rows.change", { field: record(`fields.${field}`) })}</span>{" "}
      {before && (
        <>
          <del className="text-ink-2 whitespace-pre-line">
            <bdi>{before}</bdi>
          </del>{" "}
        </>
      )}
      {after ? (
        <ins className="underline-offset-3 whitespace-pre-line">
          <bdi>{after}</bdi>
        </ins>
      ) : (
        <span className="faint">{t("rows.emptied")}</span>
      )}
      {mendedHere && <span className="text-warn"> · {t("rows.mended")}</span>}
    </li>
  );
}
