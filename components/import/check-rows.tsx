import { useLocale, useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import type { LoadedImport } from "@/lib/features/import/loaders";
import { formatNumber } from "@/lib/i18n/format";
import type { RowsKind } from "./rows-kind";
import { RowsTable } from "./rows-table";
import { rowsAddress, RowsViews } from "./rows-views";

type CheckRowsProps = { here: string; loaded: LoadedImport };

export function CheckRows({ here, loaded }: CheckRowsProps) {
  const t = useTranslations("import-page");
  const { rows } = loaded.plan;
  return (
    <section>
      <Line>
        <p className="muted mt-6">{t("rows.legend")}</p>
        <RowsViews here={here} loaded={loaded} />
        {rows.length === 0 && (
          <Empty
            title={t("rows.none")}
            actions={
              <LinkButton href={rowsAddress(here, { show: "all", page: 1 })}>{t("rows.showAll")}</LinkButton>
            }
          >
            {t("rows.noneText")}
          </Empty>
        )}
      </Line>
      {rows.length > 0 && (
        <>
          <RowsTable rows={rows} kind={kindOf(loaded)} />
          <RowsPager here={here} loaded={loaded} />
        </>
      )}
    </section>
  );
}

function kindOf({ file, register }: LoadedImport): RowsKind {
  if (file.cnil) return "cnil";
  return register === "controller" ? "own" : "clients";
}

function RowsPager({ here, loaded: { plan, query } }: CheckRowsProps) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const first = (query.page - 1) * plan.pageSize;
  const page = (number: number) => rowsAddress(here, { show: query.show, page: number });
  const range = t("rows.range", {
    from: formatNumber(first + 1, locale),
    to: formatNumber(first + plan.rows.length, locale),
    total: formatNumber(plan.shown, locale),
  });
  return (
    <Pager
      range={range}
      previousHref={query.page > 1 ? page(query.page - 1) : undefined}
      nextHref={query.page < plan.pages ? page(query.page + 1) : undefined}
    />
  );
}
