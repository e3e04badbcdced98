import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";

type ListFilterProps = {
  /** Whose list it is; its words are there. */
  noun: string;
  view: string;
  /** The view that an address leaves unsaid. */
  openView?: string;
  q: string;
  /** The day as of which the list is read; "" for today. */
  on?: string;
};

/** The filter of a list is its address: a plain GET form of one box. "/" leads to it. */
export function ListFilter({ noun, view, openView = "all", q, on = "" }: ListFilterProps) {
  const t = useTranslations(`${noun}.list`);
  const id = `${noun}-filter`;
  const stored = view === openView ? "" : view;
  return (
    <form key={`${stored} ${q}`} method="get" role="search" className="flex items-center gap-1 pb-1">
      {stored && <input type="hidden" name="view" value={stored} />}
      {on && <input type="hidden" name="on" value={on} />}
      <label className="sr" htmlFor={id}>
        {t("filter")}
      </label>
      <input
        id={id}
        className="inp narrow"
        type="search"
        name="q"
        defaultValue={q}
        placeholder={t("filter")}
        maxLength={200}
      />
      <Button type="submit" tone="bare" icon={Search}>
        {t("filterAct")}
      </Button>
    </form>
  );
}
