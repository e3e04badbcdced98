import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { ItemChanges, Replaced, TextChange } from "@/components/ui/changes";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import { callProcedure, type ProcedureName } from "@/lib/domain/processing-record/young";
import type { FieldChange } from "@/lib/domain/processing-record/version-changes";
import { formatDay, formatPartialDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { RowChanges } from "./change-lists";
import { formatMeasure } from "@/components/processing-record/sheet/measure-choices";
import { useTranslate } from "@/components/processing-record/sheet/use-translate";
import type { Translate } from "@/components/processing-record/sheet/words";

export type ChangeNames = {
  controllers: readonly { id: string; legalName: string }[];
  measures: readonly (NamedMeasure & { id: string })[];
  rows: readonly { id: string; reference: string }[];
  procedures: readonly (ProcedureName & { id: string })[];
};

type ChangeValueProps = { change: FieldChange; names: ChangeNames };

export function ChangeValue({ change, names }: ChangeValueProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  switch (change.kind) {
    case "text":
      return <TextChange pieces={change.parts} />;
    case "items":
      return (
        <ItemChanges
          items={change.items.map(({ mark, item }) => ({
            mark,
            text: describeItem(change.field, item, names, t),
          }))}
        />
      );
    case "destinations":
      return <RowChanges rows={change.rows} noun="destination" transfers={names.rows} />;
    case "subProcessors":
      return <RowChanges rows={change.rows} noun="subProcessor" />;
    default: {
      const [before, after] = formatBoth(change, names, { t, locale });
      return <Replaced before={before} after={after} />;
    }
  }
}

/** Words of fields that are no yes or no. */
const CHOICES: Readonly<Record<string, string>> = {
  frequency: "frequencies",
  minorsConsent: "minorsConsents",
};

type Replacing = Exclude<FieldChange, { kind: "text" | "items" | "destinations" | "subProcessors" }>;

/** Formats both values whole; "" for an empty one. */
function formatBoth(
  change: Replacing,
  { controllers, procedures }: ChangeNames,
  { t, locale }: { t: Translate; locale: Locale },
): [string, string] {
  const both = <T,>(
    { before, after }: { before: T; after: T },
    translate: (value: T) => string,
  ): [string, string] => [translate(before), translate(after)];
  switch (change.kind) {
    case "reference":
      return both(change, (reference) => reference);
    case "controller":
      return both(change, (id) => controllers.find((controller) => controller.id === id)?.legalName ?? "");
    case "state":
      return both(change, ({ state, stateSince }) => {
        const stated = t(`lifecycle.states.${state}`);
        return stateSince
          ? t("history.since", { state: stated, date: formatDay(stateSince, locale) })
          : stated;
      });
    case "choice":
      return both(change, (choice) => t(`record.${CHOICES[change.field] ?? "answers"}.${choice}`));
    case "row":
      return both(change, (id) => {
        const named = procedures.find((procedure) => procedure.id === id);
        return named ? callProcedure(named) : "";
      });
    case "flag":
      return both(change, (flag) => t(`record.answers.${flag ? "yes" : "no"}`));
    case "date":
      return both(change, (date) => (date ? formatPartialDate(date, locale) : ""));
  }
}

function describeItem(field: string, item: string, { measures, rows }: ChangeNames, t: Translate): string {
  if (field === "specialCategories" || field === "legalBases") return t(`record.${field}.${item}`);
  if (field === "contractIds") return rows.find(({ id }) => id === item)?.reference ?? "";
  if (field !== "measureIds") return item;
  const measure = measures.find(({ id }) => id === item);
  return measure ? formatMeasure(measure, t) : item;
}
