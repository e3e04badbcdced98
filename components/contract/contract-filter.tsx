import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** What "/" leads to. */
export const FILTER_ID = "contract-filter";

/** The filter is the address: a plain GET form. */
export function ContractFilter({ view, q }: { view: string; q: string }) {
  const t = useTranslations("contract.list");
  return (
    <form key={`${view} ${q}`} method="get" role="search" className="flex items-center gap-1 pb-1">
      {view !== "all" && <input type="hidden" name="view" value={view} />}
      <label className="sr" htmlFor={FILTER_ID}>
        {t("filter")}
      </label>
      <input
        id={FILTER_ID}
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
