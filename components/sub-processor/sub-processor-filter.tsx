import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/ui/list-filter";

/** What "/" leads to. */
export const FILTER_ID = "sub-processor-filter";

export function SubProcessorFilter({ view, q }: { view: string; q: string }) {
  const t = useTranslations("sub-processor.list");
  return (
    <ListFilter
      id={FILTER_ID}
      view={view === "all" ? "" : view}
      q={q}
      label={t("filter")}
      act={t("filterAct")}
    />
  );
}
