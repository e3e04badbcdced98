import type { DataTableColumn } from "@/components/ui/data-table";
import type { ListColumn } from "@/lib/domain/processing-record/list-columns";
import type { RecordQuery, RecordSort } from "@/lib/features/processing-record/loaders";
import { listHref, type ListPlace } from "./list-address";
import type { Translate } from "@/components/processing-record/sheet/words";

export function ledgerColumns(
  place: ListPlace,
  query: RecordQuery,
  shown: readonly ListColumn[],
  t: Translate,
): DataTableColumn[] {
  const sorted = (sort: RecordSort) => ({
    sortHref: listHref(place, query, { sort }),
    sort:
      query.sort === sort ? (sort === "gaps" ? ("descending" as const) : ("ascending" as const)) : undefined,
  });
  const isOwn = place.capacity === "controller";
  const looks: Record<ListColumn, Omit<DataTableColumn, "key" | "label">> = {
    text: isOwn ? {} : sorted("activity"),
    access: { width: isOwn ? 120 : 134, wide: true },
    state: { width: 104 },
    gaps: { width: 208, ...sorted("gaps") },
    version: { width: 62, numeric: true, wide: true },
    reviewed: { width: 110, numeric: true, ...sorted("review") },
  };
  // The name takes the remaining width.
  const nameWidth = !isOwn && shown.includes("text") ? 166 : undefined;
  return [
    { key: "reference", label: t("record.list.columns.reference"), folio: true, ...sorted("reference") },
    {
      key: "name",
      label: isOwn ? t("record.own.list.activity") : t("record.list.columns.controller"),
      width: nameWidth,
      ...sorted(isOwn ? "activity" : "controller"),
    },
    ...shown.map((column) => ({
      key: column,
      label: columnLabel(column, place.capacity, t),
      ...looks[column],
    })),
  ];
}

export function columnLabel(column: ListColumn, capacity: ListPlace["capacity"], t: Translate): string {
  switch (column) {
    case "text":
      return capacity === "controller" ? t("record.own.fields.purposes") : t("record.list.columns.activity");
    case "access":
      return capacity === "controller" ? t("record.own.list.transfers") : t("record.list.columns.access");
    case "state":
      return t("list.columns.state");
    case "gaps":
    case "version":
    case "reviewed":
      return t(`record.list.columns.${column}`);
  }
}
