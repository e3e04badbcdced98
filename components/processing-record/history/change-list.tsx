import { useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { SECTION_FIELDS, SECTIONS } from "@/lib/domain/processing-record/sections";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { FieldChange } from "@/lib/domain/processing-record/version-changes";
import { ChangeValue, type ChangeNames } from "./change-value";
import { useFieldLabel } from "@/components/processing-record/sheet/use-record-label";

type ChangeListProps = {
  capacity: Capacity;
  changes: readonly FieldChange[];
  names: ChangeNames;
  none: string;
};

export function ChangeList({ capacity, changes, names, none }: ChangeListProps) {
  const t = useTranslations("history.fields");
  const label = useFieldLabel(capacity);
  if (changes.length === 0) return <p className="muted py-2">{none}</p>;
  return (
    <dl className="changed">
      {inOrder(changes, capacity).map((change) => (
        <RecordField
          key={change.field}
          label={t.has(change.field as "state") ? t(change.field as "state") : label(change.field)}
        >
          <ChangeValue change={change} names={names} />
        </RecordField>
      ))}
    </dl>
  );
}

/** Fields of the whole entry first; those of the other register last. */
function inOrder(changes: readonly FieldChange[], capacity: Capacity): FieldChange[] {
  const order: readonly string[] = SECTIONS[capacity].flatMap((section) => [...SECTION_FIELDS[section]]);
  const heads = ["state", "reference", "controllerId"];
  const placeOf = ({ field }: FieldChange) => {
    if (heads.includes(field)) return heads.indexOf(field) - heads.length;
    return order.includes(field) ? order.indexOf(field) : order.length;
  };
  return [...changes].sort((a, b) => placeOf(a) - placeOf(b));
}
