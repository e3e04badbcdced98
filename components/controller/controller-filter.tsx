import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/ui/list-filter";

/** What "/" leads to. */
export const FILTER_ID = "controller-filter";

export function ControllerFilter({ view, q }: { view: string; q: string }) {
  const t = useTranslations("controller");
  return (
    <ListFilter
      id={FILTER_ID}
      view={view === "open" ? "" : view}
      q={q}
      label={t("list.filter")}
      act={t("list.filterAct")}
    />
  );
}
