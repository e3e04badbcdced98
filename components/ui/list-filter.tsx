import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";

type ListFilterProps = {
  noun: string;
  view: string;
  /** View omitted from the address. */
  openView?: string;
  q: string;
  /** Day as of which the list is read; "" for today. */
  on?: string;
  /** Party that the list is narrowed to; "" for none. */
  controller?: string;
  subProcessor?: string;
};

/** Uses a GET form. The key "/" focuses its box. */
export function ListFilter(props: ListFilterProps) {
  const { noun, view, openView = "all", q, on = "", controller = "", subProcessor = "" } = props;
  const t = useTranslations(`${noun}.list`);
  const ui = useTranslations("ui");
  const id = `${noun}-filter`;
  const stored = view === openView ? "" : view;
  return (
    <form key={`${stored} ${q}`} method="get" role="search" className="flex items-center gap-1 pb-1">
      {stored && <input type="hidden" name="view" value={stored} />}
      {Object.entries({ on, controller, subProcessor }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
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
        {ui("search")}
      </Button>
    </form>
  );
}
