import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { markChanges } from "./changed-words";
import { Icon } from "./icon";

/** One field of a conflict as plain text: `base` is what both started from. */
export type VersusField = { name: string; label: string; base: string; yours: string; theirs: string };

type VersusProps = {
  /** "T-014", "deux écritures sur la version 7". */
  subject: string;
  about: string;
  yours: { title: string; by: string };
  theirs: { title: string; by: string };
  fields: readonly VersusField[];
  /** Radios are named `${prefix}.${field}` with the value "yours" or "theirs". */
  prefix?: string;
};

/**
 * Two writings of one record, field by field. Where both changed nothing is chosen beforehand; where one did, it is
 * taken over and said so; what neither touched is not shown.
 */
export function Versus({ subject, about, yours, theirs, fields, prefix = "keep" }: VersusProps) {
  return (
    <table className="versus">
      <colgroup>
        <col />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <b>{subject}</b>
            {about}
          </th>
          {[yours, theirs].map(({ title, by }) => (
            <th key={title} scope="col">
              <b>{title}</b>
              {by}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.filter(isTouched).map((field) => (
          <tr key={field.name}>
            <th scope="row">{field.label}</th>
            <Side side="yours" who={yours.title} field={field} prefix={prefix} />
            <Side side="theirs" who={theirs.title} field={field} prefix={prefix} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SideProps = { side: "yours" | "theirs"; who: string; field: VersusField; prefix: string };

function Side({ side, who, field, prefix }: SideProps) {
  const t = useTranslations("ui");
  const mine = field[side];
  const other = field[side === "yours" ? "theirs" : "yours"];
  if (mine === field.base)
    return (
      <td data-who={who} className="muted">
        {t("unchanged")}
      </td>
    );
  if (other === field.base || other === mine)
    return (
      <td data-who={who}>
        <Icon of={Check} small /> {mine || t("emptied")}{" "}
        <span className="muted">{t(other === mine ? "taken.same" : `taken.${side}`)}</span>
        {(other !== mine || side === "theirs") && (
          <input type="hidden" name={`${prefix}.${field.name}`} value={side} />
        )}
      </td>
    );
  return (
    <td data-who={who}>
      <label>
        <input className="dot" type="radio" name={`${prefix}.${field.name}`} value={side} required />
        <span>
          <Changed before={field.base} after={mine} />
        </span>
      </label>
    </td>
  );
}

function Changed({ before, after }: { before: string; after: string }) {
  const t = useTranslations("ui");
  if (after === "") return <span className="muted">{t("emptied")}</span>;
  return markChanges(before, after).map((run, index) =>
    run.changed ? <ins key={index}>{run.text}</ins> : run.text,
  );
}

function isTouched({ base, yours, theirs }: VersusField): boolean {
  return yours !== base || theirs !== base;
}
