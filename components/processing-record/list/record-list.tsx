import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Line } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { pack } from "@/components/ui/packed";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { ListTop, Views } from "@/components/ui/views";
import { articleOfCode, countedCodes, isMention } from "@/lib/domain/processing-record/completeness";
import { MOST_AT_ONCE } from "@/lib/domain/processing-record/bulk";
import { readColumns } from "@/lib/domain/processing-record/list-columns";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { loadRecords, RecordView } from "@/lib/features/processing-record/loaders";
import { formatCount, formatNumber, joinParts } from "@/lib/i18n/format";
import { AsOfTool } from "./as-of-tool";
import { ColumnTool } from "./column-tool";
import { ledgerColumns } from "./table-columns";
import { isFiltered, listHref, listSearch, todayHref, unfilteredHref } from "./list-address";
import { formatRow } from "./list-rows";
import { DayRefused, isBeforeAll, readFilters, NothingAsOf } from "./list-as-of";
import { RecordFilters, describeFilter } from "./record-filters";
import type { PicksOffered } from "./record-picks";
import { RecordTable } from "./record-table";
import { useTranslate } from "@/components/processing-record/sheet/use-translate";
import { countryName, type Translate } from "@/components/processing-record/sheet/words";

type Listed = Awaited<ReturnType<typeof loadRecords>>;
type RecordListProps = { org: string; list: Listed };

const VIEWS: readonly RecordView[] = ["all", "gaps", "review", "closed"];
/** Usual countries of a Moroccan call centre, offered beside those of the page. */
const USUAL_COUNTRIES = ["MA", "TN", "SN", "CI", "CM", "MG", "MU", "EG", "TR", "IN", "PH", "US", "GB", "CA"];

export function RecordList({ org, list }: RecordListProps) {
  const t = useTranslations("record.list");
  const translate = useTranslate();
  const locale = useLocale();
  const { query, rows, capacity } = list;
  const place = { org, capacity };
  const shown = readColumns(query.columns);
  return (
    <>
      <Line>
        <ListTop>
          <div className="max-w-full min-w-0">
            <Views
              label={t("viewsLabel")}
              views={VIEWS.map((view) => ({
                href: listHref(place, query, { view }),
                label: translate(
                  capacity === "controller" && view === "gaps"
                    ? "record.own.list.gapsView"
                    : `record.list.views.${view}`,
                ),
                count: formatCount(list.counts[view], locale),
                current: query.view === view,
              }))}
            />
          </div>
          <div className="flex flex-wrap items-start gap-1">
            <ColumnTool place={place} shown={shown} filters={listSearch(query)} />
            {/* Asks for a refused day again instead of showing rows. */}
            {!list.onRefused && (
              <AsOfTool
                action={registerHref(org, capacity)}
                of="register"
                on={query.on}
                refused={null}
                today={list.today}
                hidden={readFilters(query)}
              />
            )}
            <RecordFilters
              action={registerHref(org, capacity)}
              openHref={listHref(place, query, { panel: "filters" })}
              query={query}
              controllers={list.controllers}
              {...(query.panel && {
                codes: countedCodes(capacity).map((value) => ({
                  value,
                  label: joinParts([translate(`record.codes.${value}`), articleOfCode(value)], locale, " · "),
                })),
                countries: shownCountries(list, translate),
                subProcessors: list.subProcessors.map((row) => ({
                  value: row.id,
                  label: describeNamed(row, translate),
                })),
                measures: list.measures.map((row) => ({
                  value: row.id,
                  label: describeNamed(row, translate),
                })),
              })}
            />
          </div>
        </ListTop>
        {isFiltered(query) && <ActiveFilters org={org} list={list} />}
      </Line>
      {rows.length === 0 ? (
        <NoAnswer org={org} list={list} />
      ) : (
        <>
          <Words of={["list"]}>
            <RecordTable
              key={listHref(place, query, { after: query.after })}
              href={registerHref(org, capacity)}
              on={list.asOf?.day}
              caption={translate(
                capacity === "controller" ? "record.own.list.caption" : "record.list.caption",
              )}
              columns={ledgerColumns(place, query, shown, translate)}
              shown={shown}
              rows={pack(rows.map((row) => formatRow(row, { capacity, t: translate, locale })))}
              never={t("neverReviewed")}
              offered={offeredTo(org, list, formatCount(list.counts[query.view], locale))}
            />
          </Words>
          <ListFoot org={org} list={list} />
        </>
      )}
    </>
  );
}

function ListFoot({ org, list: { rows, query, counts, next, capacity } }: RecordListProps) {
  const place = { org, capacity };
  const t = useTranslations("record.list");
  const locale = useLocale();
  const total = formatCount(counts[query.view], locale);
  const open = rows.filter(({ state }) => state !== "ended");
  const gaps = open.reduce((sum, row) => sum + row.requiredGaps, 0);
  const mentions = open.reduce((sum, row) => sum + row.gapCodes.filter(isMention).length, 0);
  const isOwn = capacity === "controller";
  return (
    <Pager
      range={t("range", { shown: rows.length, total })}
      aside={
        <>
          {t.rich(isOwn ? "mentionsHere" : "gapsHere", {
            count: formatNumber(isOwn ? mentions : gaps, locale),
            b: (text) => <b>{text}</b>,
          })}
          {query.after && (
            <>
              {" · "}
              <Link href={listHref(place, query, {})} prefetch={false}>
                {t("start")}
              </Link>
            </>
          )}
        </>
      }
      nextHref={next ? listHref(place, query, { after: next }) : undefined}
    />
  );
}

function ActiveFilters({ org, list }: RecordListProps) {
  const { query, respelt, controllers, subProcessors, measures, capacity } = list;
  const place = { org, capacity };
  const t = useTranslations("record.list.filters");
  const translate = useTranslate();
  const named = [
    query.q,
    controllers.find(({ id }) => id === query.controller)?.legalName,
    query.code,
    query.country && countryName(query.country, translate),
    query.placeKind && translate(`record.placeKindChoices.${query.placeKind}`),
    query.state && translate(`lifecycle.states.${query.state}`),
    query.special && describeFilter("special", query.special, translate),
    query.minors &&
      translate("record.list.filters.minorsSaid", {
        answer: describeFilter("minors", query.minors, translate),
      }),
    ...[...subProcessors, ...measures]
      .filter(({ id }) => id === query.subProcessor || id === query.measure)
      .map((row) => describeNamed(row, translate)),
  ].filter(Boolean);
  return (
    <p className="muted mt-1 mb-2">
      {t("active")} {named.join(" · ")}{" "}
      <Link className="ms-2" href={unfilteredHref(place, query)} prefetch={false}>
        {t("clear")}
      </Link>
      {respelt && (
        <span className="block" role="status">
          {t("respelt", { asked: query.q, respelt })}
        </span>
      )}
    </p>
  );
}

function NoAnswer({ org, list }: RecordListProps) {
  const { query, capacity } = list;
  const place = { org, capacity };
  const t = useTranslations("record.list");
  if (list.onRefused) return <DayRefused place={place} list={list} />;
  if (isBeforeAll(list) || (list.asOf && !isFiltered(query) && query.view === "all"))
    return <NothingAsOf href={todayHref(place, query)} list={list} />;
  return (
    <Line>
      <Empty
        title={t("none.title")}
        actions={
          <LinkButton
            href={isFiltered(query) ? unfilteredHref(place, query) : listHref(place, query, { view: "all" })}
          >
            {isFiltered(query) ? t("filters.clear") : t("views.all")}
          </LinkButton>
        }
      >
        {t("none.text")}
      </Empty>
    </Line>
  );
}

/** Parameters by which the server finds the entries again. */
function offeredTo(org: string, list: Listed, total: string): PicksOffered | null {
  const { may, capacity, query, counts, rows } = list;
  if (may.acts.length === 0) return null;
  const stored = Object.fromEntries(new URLSearchParams(listSearch(query)));
  return {
    action: `${registerHref(org, capacity)}/bulk`,
    acts: may.acts,
    hidden: stored,
    total,
    isTooMany: counts[query.view] > MOST_AT_ONCE,
    isOnePage: counts[query.view] <= rows.length,
  };
}

type NamedRow = Listed["subProcessors"][number] | Listed["measures"][number];

/** Example: "SP-001 Nuit Claire"; a measure has the library's title until renamed. */
function describeNamed(row: NamedRow, translate: Translate): string {
  if ("name" in row) return `${row.reference} ${row.name}`;
  const title =
    row.title || (row.libraryCode ? translate(`measure-library.entries.${row.libraryCode}.title`) : "");
  return `${row.reference} ${title}`;
}

function shownCountries({ rows, query }: Listed, translate: Translate) {
  const codes = [...USUAL_COUNTRIES, ...rows.flatMap(({ countries }) => countries), query.country];
  return [...new Set(codes)]
    .filter(Boolean)
    .map((value) => ({ value, label: countryName(value, translate) }));
}
