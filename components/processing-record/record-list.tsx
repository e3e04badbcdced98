import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Line } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { LedgerColumn } from "@/components/ui/ledger";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { Views } from "@/components/ui/views";
import type { loadRecords, RecordSort, RecordView } from "@/lib/features/processing-record/loaders";
import { formatCount, formatNumber } from "@/lib/i18n/format";
import { isFiltered, listHref, unfilteredHref } from "./list-address";
import { sayRow } from "./list-rows";
import { RecordFilters } from "./record-filters";
import { RecordTable } from "./record-table";
import { useSay } from "./use-say";
import { countryName, type Say } from "./words";

type Listed = Awaited<ReturnType<typeof loadRecords>>;
type RecordListProps = { org: string; list: Listed };

const VIEWS: readonly RecordView[] = ["all", "gaps", "review", "closed"];
const CODES = ["REG-1", "REG-2", "REG-3", "REG-4", "REG-5", "REG-6", "REG-7", "REG-8", "REG-30-5"];
/** Where a Moroccan call centre's data are usually seen from, beside those on the page. */
const USUAL_COUNTRIES = ["MA", "TN", "SN", "CI", "CM", "MG", "MU", "EG", "TR", "IN", "PH", "US", "GB", "CA"];

/** The ledger with its views, filters and foot. */
export function RecordList({ org, list }: RecordListProps) {
  const t = useTranslations("record.list");
  const say = useSay();
  const locale = useLocale();
  const { query, rows } = list;
  return (
    <>
      <Line>
        <div className="flex flex-wrap items-end justify-between gap-x-5">
          <div className="max-w-full min-w-0">
            <Views
              label={t("viewsLabel")}
              views={VIEWS.map((view) => ({
                href: listHref(org, query, { view }),
                label: t(`views.${view}`),
                count: formatCount(list.counts[view], locale),
                current: query.view === view,
              }))}
            />
          </div>
          <RecordFilters
            action={`/${org}/records`}
            query={query}
            controllers={list.controllers}
            codes={CODES.map((value) => ({ value, label: say(`record.codes.${value}`) }))}
            countries={shownCountries(list, say)}
          />
        </div>
        {isFiltered(query) && <ActiveFilters org={org} list={list} />}
      </Line>
      {rows.length === 0 ? (
        <NoAnswer org={org} list={list} />
      ) : (
        <>
          <RecordTable
            org={org}
            caption={t("caption")}
            columns={columnsOf(org, query, t)}
            rows={rows.map((row) => sayRow(row, say, locale))}
            never={t("neverReviewed")}
          />
          <ListFoot org={org} list={list} />
        </>
      )}
    </>
  );
}

function ListFoot({ org, list: { rows, query, counts, next } }: RecordListProps) {
  const t = useTranslations("record.list");
  const locale = useLocale();
  const total = formatCount(counts[query.view], locale);
  const gaps = rows.reduce((sum, row) => sum + (row.state === "ended" ? 0 : row.requiredGaps), 0);
  return (
    <Pager
      range={t("range", { shown: rows.length, total })}
      aside={
        <>
          {t.rich("gapsHere", { count: formatNumber(gaps, locale), b: (text) => <b>{text}</b> })}
          {query.after && (
            <>
              {" · "}
              <Link href={listHref(org, query, {})} prefetch={false}>
                {t("start")}
              </Link>
            </>
          )}
        </>
      }
      nextHref={next ? listHref(org, query, { after: next }) : undefined}
    />
  );
}

function ActiveFilters({ org, list: { query, controllers } }: RecordListProps) {
  const t = useTranslations("record.list.filters");
  const say = useSay();
  const named = [
    query.q,
    controllers.find(({ id }) => id === query.controller)?.legalName,
    query.code,
    query.country && countryName(query.country, say),
    query.state && say(`lifecycle.states.${query.state}`),
  ].filter(Boolean);
  return (
    <p className="muted mt-1 mb-2">
      {t("active")} {named.join(" · ")}{" "}
      <Link className="ms-2" href={unfilteredHref(org, query)} prefetch={false}>
        {t("clear")}
      </Link>
    </p>
  );
}

function NoAnswer({ org, list: { query } }: RecordListProps) {
  const t = useTranslations("record.list");
  return (
    <Line>
      <Empty
        title={t("none.title")}
        actions={
          <LinkButton href={isFiltered(query) ? unfilteredHref(org, query) : `/${org}/records`}>
            {isFiltered(query) ? t("filters.clear") : t("views.all")}
          </LinkButton>
        }
      >
        {t("none.text")}
      </Empty>
    </Line>
  );
}

function columnsOf(org: string, query: Listed["query"], t: (key: string) => string): LedgerColumn[] {
  const sorted = (sort: RecordSort) => ({
    sortHref: listHref(org, query, { sort }),
    sort:
      query.sort === sort ? (sort === "gaps" ? ("descending" as const) : ("ascending" as const)) : undefined,
  });
  return [
    { key: "reference", label: t("columns.reference"), folio: true, ...sorted("reference") },
    { key: "controller", label: t("columns.controller"), width: 166, ...sorted("controller") },
    { key: "activity", label: t("columns.activity") },
    { key: "access", label: t("columns.access"), width: 134, wide: true },
    { key: "gaps", label: t("columns.gaps"), width: 236, ...sorted("gaps") },
    { key: "version", label: t("columns.version"), width: 62, numeric: true, wide: true },
    { key: "reviewed", label: t("columns.reviewed"), width: 110, numeric: true, ...sorted("review") },
  ];
}

function shownCountries({ rows, query }: Listed, say: Say) {
  const codes = [...USUAL_COUNTRIES, ...rows.flatMap(({ countries }) => countries), query.country];
  return [...new Set(codes)].filter(Boolean).map((value) => ({ value, label: countryName(value, say) }));
}
