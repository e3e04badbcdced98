import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { markChanges } from "./changed-words";
import { Icon } from "./icon";

/** `base` is the value from which both started. */
export type ComparedField = {
  name: string;
  label: string;
  base: string;
  yours: string;
  theirs: string;
  /** Merged value, where both changed without loss. */
  both?: string;
};

type ComparedValuesProps = {
  /** Examples: "T-014", "deux écritures sur la version 7". */
  subject: string;
  about: string;
  yours: { title: string; by: string };
  theirs: { title: string; by: string };
  fields: readonly ComparedField[];
  bothTitle: string;
  /** Radios are named `${prefix}.${field}` with the value "yours", "theirs" or "both". */
  prefix?: string;
};

/** Preselects the changed side where only one changed; nothing where both did. Unchanged fields are omitted. */
export function ComparedValues({
  subject,
  about,
  yours,
  theirs,
  bothTitle,
  fields,
  prefix = "keep",
}: ComparedValuesProps) {
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
          <Fragment key={field.name}>
            <tr>
              <th scope="row" rowSpan={field.both === undefined ? 1 : 2}>
                {field.label}
              </th>
              <Side side="yours" who={yours.title} field={field} prefix={prefix} />
              <Side side="theirs" who={theirs.title} field={field} prefix={prefix} />
            </tr>
            {field.both !== undefined && <Both title={bothTitle} field={field} prefix={prefix} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type SideProps = { side: "yours" | "theirs"; who: string; field: ComparedField; prefix: string };

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

function Both({ title, field, prefix }: { title: string; field: ComparedField; prefix: string }) {
  return (
    <tr>
      <td colSpan={2} data-who={title}>
        <label>
          <input className="dot" type="radio" name={`${prefix}.${field.name}`} value="both" required />
          <span>
            <b>{title}</b> <Changed before={field.base} after={field.both ?? ""} />
          </span>
        </label>
      </td>
    </tr>
  );
}

function Changed({ before, after }: { before: string; after: string }) {
  const t = useTranslations("ui");
  if (after === "") return <span className="muted">{t("emptied")}</span>;
  return markChanges(before, after).map((run, index) =>
    run.changed ? <ins key={index}>{run.text}</ins> : run.text,
  );
}

function isTouched({ base, yours, theirs }: ComparedField): boolean {
  return yours !== base || theirs !== base;
}
