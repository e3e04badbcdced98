import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/ui/list-filter";

/** What "/" leads to. */
export const FILTER_ID = "contract-filter";

export function ContractFilter({ view, q, on }: { view: string; q: string; on: string }) {
  const t = useTranslations("contract.list");
  return (
    <ListFilter
      id={FILTER_ID}
      view={view === "all" ? "" : view}
      q={q}
      on={on}
      label={t("filter")}
      act={t("filterAct")}
    />
  );
}
