import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { LIST_COLUMNS, type ListColumn } from "@/lib/domain/processing-record/list-columns";
import { chooseColumns } from "@/lib/features/processing-record/actions";
import { columnLabel } from "./table-columns";
import type { ListPlace } from "./list-address";
import { useTranslate } from "@/components/processing-record/sheet/use-translate";

type ColumnToolProps = {
  place: ListPlace;
  shown: readonly ListColumn[];
  /** Query string of the list, to retain the filters. */
  filters: string;
};

/** Columns are stored in the address, and in this browser for the next visit. */
export function ColumnTool({ place, shown, filters }: ColumnToolProps) {
  const t = useTranslations("list.columns");
  const translate = useTranslate();
  const face = (
    <>
      <Icon of={Columns3} small />
      {t("tool")}
    </>
  );
  return (
    <Disclosure className="relative flex-none print:hidden" summary={face} summaryClassName="btn bare">
      <div className="panel absolute start-0 top-full z-40 w-72 max-w-[calc(100vw-40px)] px-4 pb-4 min-[901px]:start-auto min-[901px]:end-0">
        <form key={shown.join()} action={chooseColumns.bind(null, place)}>
          <input type="hidden" name="filters" value={filters} />
          <fieldset className="choices">
            <legend>{t("legend")}</legend>
            {LIST_COLUMNS.map((column) => (
              <Checkbox
                key={column}
                id={`column-${column}`}
                name="column"
                value={column}
                defaultChecked={shown.includes(column)}
                label={columnLabel(column, place.capacity, translate)}
              />
            ))}
          </fieldset>
          <p className="muted mt-2">{t("hint")}</p>
          <div className="form-end">
            <Button type="submit">{t("apply")}</Button>
          </div>
        </form>
      </div>
    </Disclosure>
  );
}
