import { useLocale, useTranslations } from "next-intl";
import { Cell } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import type { ImportControllers } from "@/lib/features/import/loaders";
import { formatList } from "@/lib/i18n/format";
import { directionOf } from "@/lib/i18n/locale";
import { JoinSearch, JoinSelect } from "./join-fields";

export type KnownName = { key: string; legalName: string };
type Entry = ImportControllers[number];

type ControllerNameRowProps = {
  entry: Entry;
  controllers: ImportControllers;
  known: readonly KnownName[];
  /** True with too many names for a list: one is typed. */
  isSearched: boolean;
  first: number;
};

export function ControllerNameRow({ entry, controllers, known, isSearched, first }: ControllerNameRowProps) {
  const t = useTranslations("import-page");
  return (
    <tr>
      <Cell place="folio" whole>
        {t("names.rows", { count: entry.rows })}
      </Cell>
      <Cell place="title" whole>
        <bdi>{entry.name}</bdi>
        <ControllerStatus entry={entry} />
        <Questions entry={entry} controllers={controllers} known={known} />
      </Cell>
      {/* Its first text is a name: in Arabic the fields would be laid out from the left. */}
      <Cell place="text" whole dir={directionOf(useLocale())}>
        <ul className="grid gap-1.5">
          {entry.spellings.map((spelling, index) => (
            <li key={spelling} className="grid items-center gap-x-3 min-[901px]:grid-cols-2">
              <bdi className="wrap-anywhere">{spelling}</bdi>
              <input type="hidden" name={`joins.${first + index}.name`} value={spelling} />
              {isSearched ? (
                <JoinSearch {...{ entry, spelling }} name={`joins.${first + index}.to`} />
              ) : (
                <JoinSelect {...{ entry, spelling, controllers, known }} name={`joins.${first + index}.to`} />
              )}
            </li>
          ))}
        </ul>
      </Cell>
    </tr>
  );
}

function ControllerStatus({ entry }: { entry: Entry }) {
  const t = useTranslations("import-page");
  return (
    <span className="block font-normal">
      {entry.isPlaceholder ? (
        <Status kind="warn">{t("names.placeholder")}</Status>
      ) : (
        <Status kind="plain">{t(entry.existingId ? "names.known" : "names.new")}</Status>
      )}
    </span>
  );
}

/** Flags placeholder names and names one edit away from another. */
function Questions({ entry, controllers, known }: Omit<ControllerNameRowProps, "first" | "isSearched">) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  if (entry.isPlaceholder)
    return <span className="hint font-normal">{t("names.placeholderText", { name: entry.name })}</span>;
  if (entry.near.length === 0) return null;
  const nameOf = (key: string) =>
    controllers.find((other) => other.key === key)?.name ??
    known.find((other) => other.key === key)?.legalName ??
    key;
  return (
    <span className="hint font-normal">
      {t("names.near", { list: formatList(entry.near.map(nameOf), locale) })}
    </span>
  );
}
