import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import { Day } from "@/components/ui/deadline";
import { ListFilter } from "@/components/ui/list-filter";
import { queryHref } from "@/components/ui/query-href";
import { CountedViews, ListTop } from "@/components/ui/views";
import type { loadBreaches } from "@/lib/features/breach/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { BreachState, DrillMark } from "./breach-status";

type List = Awaited<ReturnType<typeof loadBreaches>>;
type Row = List["rows"][number];

const VIEWS = ["running", "closed", "drills", "all"] as const;

export function BreachViews({ org, query, counts }: { org: string } & Pick<List, "query" | "counts">) {
  const t = useTranslations("breach.views");
  return (
    <ListTop>
      <CountedViews
        label={t("label")}
        views={VIEWS}
        current={query.view}
        counts={counts}
        nameOf={(view) => t(view)}
        hrefOf={(view) => breachesHref(org, { ...query, view, after: "" })}
      />
      <ListFilter noun="breach" openView="running" {...query} />
    </ListTop>
  );
}

/** Omits default values from the address. */
export function breachesHref(org: string, stated: Partial<List["query"]>): string {
  return queryHref(`/${org}/breaches`, stated, "running");
}

export function BreachTable({ org, rows }: { org: string; rows: readonly Row[] }) {
  const t = useTranslations("breach.list");
  const columns: DataTableColumn[] = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "title", label: t("breach") },
    { key: "informed", label: t("informed"), width: 190 },
    { key: "status", label: t("status"), width: 190 },
    { key: "aware", label: t("aware"), width: 205 },
  ];
  return (
    <DataTable caption={t("title")} columns={columns}>
      {rows.map((row) => (
        <tr key={row.id} className={rowClass({ closed: row.status === "closed" })}>
          <Entry org={org} row={row} />
        </tr>
      ))}
    </DataTable>
  );
}

function Entry({ org, row }: { org: string; row: Row }) {
  const t = useTranslations("breach.list");
  const locale = useLocale();
  return (
    <>
      <Cell place="folio" whole>
        <bdi>{row.reference}</bdi>
      </Cell>
      <Cell place="title" whole>
        <Link href={`/${org}/breaches/${row.id}`} prefetch={false} dir="auto">
          {row.title}
        </Link>
        {row.isDrill && (
          <span className="block">
            <DrillMark />
          </span>
        )}
      </Cell>
      <Cell place="text" whole>
        {row.affected > 0
          ? t("informedOf", { informed: row.informed, count: row.affected })
          : row.proposed + row.toRectify + row.rectifyingUnsent === 0 && t("noController")}
        {row.openedUnproven > 0 && (
          <span className="block void">{t("openedUnprovenOf", { count: row.openedUnproven })}</span>
        )}
        {row.authorityNotified > 0 && (
          <span className="block faint">{t("authorityNotifiedBy", { count: row.authorityNotified })}</span>
        )}
        {row.proposed > 0 && <span className="block faint">{t("proposedOf", { count: row.proposed })}</span>}
        {row.toRectify > 0 && (
          <span className="block void">{t("toRectifyOf", { count: row.toRectify })}</span>
        )}
        {row.rectifyingUnsent > 0 && (
          <span className="block void">{t("rectifyingUnsentOf", { count: row.rectifyingUnsent })}</span>
        )}
        {row.notices > 0 && <span className="block faint">{t("noticesOf", { count: row.notices })}</span>}
      </Cell>
      <Cell place="status" whole>
        <BreachState status={row.status} />
      </Cell>
      <Cell place="date" whole>
        {row.awareAt === null ? (
          <span className="faint">{t("notAware")}</span>
        ) : (
          <Day text={formatInstant(row.awareAt, "Africa/Casablanca", locale)} />
        )}
      </Cell>
    </>
  );
}
