import { ListPlus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { LIBRARY } from "@/lib/domain/measure/library";
import type { MeasureQuery } from "@/lib/features/measure/loaders";

type MeasureListEmptyProps = { org: string; query: MeasureQuery; isFiltered: boolean; mayWrite: boolean };

/** Distinguishes an empty filter, no retired measure and no adopted measure. */
export function MeasureListEmpty({ org, query, isFiltered, mayWrite }: MeasureListEmptyProps) {
  const t = useTranslations("measure");
  const at = `/${org}/measures`;
  if (isFiltered)
    return (
      <Empty
        title={t("empty.filtered")}
        actions={
          <LinkButton href={query.view === "active" ? at : `${at}?view=${query.view}`}>
            {t("filters.clear")}
          </LinkButton>
        }
      >
        {t("empty.filteredText")}
      </Empty>
    );
  if (query.view === "retired") return <Empty title={t("empty.retired")}>{t("empty.retiredText")}</Empty>;
  const beginnings = mayWrite && (
    <>
      <LinkButton tone="go" icon={ListPlus} href={`${at}/library`}>
        {t("empty.choose")}
      </LinkButton>
      <LinkButton icon={Plus} href={`${at}/new`}>
        {t("new.act")}
      </LinkButton>
    </>
  );
  return (
    <Empty title={t("empty.active")} actions={beginnings}>
      {t("empty.activeText", { count: LIBRARY.length })}
    </Empty>
  );
}
