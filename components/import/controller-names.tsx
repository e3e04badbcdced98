import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Icon } from "@/components/ui/icon";
import { DataTable } from "@/components/ui/data-table";
import { entryOf } from "@/lib/domain/invariant/required";
import type { ImportControllers } from "@/lib/features/import/loaders";
import { ControllerNameRow, type KnownName } from "./controller-name-row";
import { asksSomething, isSearched, JOIN_LIST, joinNames } from "./join-options";

type ControllerNamesProps = { controllers: ImportControllers; known: readonly KnownName[] };

/** Unfolds controllers with a question and folds the others. */
export function ControllerNames({ controllers, known }: ControllerNamesProps) {
  const t = useTranslations("import-page");
  const asking = controllers.filter(asksSomething);
  const calm = controllers.filter((controller) => !asksSomething(controller));
  // Spellings are numbered across both tables, as field names.
  const first = numberSpellings([...asking, ...calm]);
  const names = joinNames(controllers, known);
  const table = (entries: ImportControllers) => (
    <NamesTable {...{ entries, controllers, known, first }} isSearched={isSearched(names)} />
  );
  return (
    <section>
      <Line>
        <h2 className="mt-6">{t(asking.length > 0 ? "names.title" : "names.calmTitle")}</h2>
        {asking.length > 0 && <p className="muted prose-line mb-3">{t("names.text")}</p>}
      </Line>
      {isSearched(names) && (
        <datalist id={JOIN_LIST}>
          {[...new Set(names.values())].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {asking.length > 0 && table(asking)}
      {calm.length > 0 && (
        <details className="group">
          <summary className="block cursor-pointer list-none py-2">
            <Line>
              <span className="text-accent inline-flex items-center gap-1 [&_svg]:group-open:rotate-90">
                <Icon of={ChevronRight} small flip />
                {t(asking.length > 0 ? "names.calm" : "names.calmAll", { count: calm.length })}
              </span>
            </Line>
          </summary>
          {table(calm)}
        </details>
      )}
    </section>
  );
}

type NamesTableProps = ControllerNamesProps & {
  isSearched: boolean;
  entries: ImportControllers;
  first: ReadonlyMap<string, number>;
};

function NamesTable({ entries, controllers, known, first, isSearched }: NamesTableProps) {
  const t = useTranslations("import-page");
  const columns = [
    { key: "lines", label: t("names.lines"), folio: true },
    { key: "name", label: t("names.name"), width: 300 },
    { key: "spellings", label: t("names.spelling") },
  ];
  return (
    <DataTable caption={t("names.title")} columns={columns}>
      {entries.map((entry) => (
        <ControllerNameRow
          key={entry.key}
          {...{ entry, controllers, known, isSearched }}
          first={entryOf(first, entry.key)}
        />
      ))}
    </DataTable>
  );
}

function numberSpellings(entries: ImportControllers): Map<string, number> {
  const first = new Map<string, number>();
  let next = 0;
  for (const { key, spellings } of entries) {
    first.set(key, next);
    next += spellings.length;
  }
  return first;
}
