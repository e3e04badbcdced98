import { Search } from "lucide-react";
import { Button } from "./button";

type ListFilterProps = {
  /** What "/" leads to. */
  id: string;
  /** The view that stands; "" for the one that an address leaves unsaid. */
  view: string;
  q: string;
  label: string;
  act: string;
  /** The day as of which the list is read; "" for today. */
  on?: string;
};

/** The filter of a list is its address: a plain GET form of one box. */
export function ListFilter({ id, view, q, label, act, on = "" }: ListFilterProps) {
  return (
    <form key={`${view} ${q}`} method="get" role="search" className="flex items-center gap-1 pb-1">
      {view && <input type="hidden" name="view" value={view} />}
      {on && <input type="hidden" name="on" value={on} />}
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="inp narrow"
        type="search"
        name="q"
        defaultValue={q}
        placeholder={label}
        maxLength={200}
      />
      <Button type="submit" tone="bare" icon={Search}>
        {act}
      </Button>
    </form>
  );
}
