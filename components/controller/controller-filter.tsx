import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** What "/" leads to. */
export const FILTER_ID = "controller-filter";

/** The filter is the address: a plain GET form. */
export function ControllerFilter({ view, q }: { view: string; q: string }) {
  const t = useTranslations("controller");
  return (
    <form key={`${view} ${q}`} method="get" role="search" className="flex items-center gap-1 pb-1">
      {view !== "open" && <input type="hidden" name="view" value={view} />}
      <label className="sr" htmlFor={FILTER_ID}>
        {t("list.filter")}
      </label>
      <input
        id={FILTER_ID}
        className="inp narrow"
        type="search"
        name="q"
        defaultValue={q}
        placeholder={t("list.filter")}
        maxLength={200}
      />
      <Button type="submit" tone="bare" icon={Search}>
        {t("list.filterAct")}
      </Button>
    </form>
  );
}
