"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/text-input";
import { DATE_ORDERS, type DateOrder } from "@/lib/domain/import/types";

type DateOrderSelectProps = {
  /** Cells that may be read in both orders. */
  cells: string;
  order: DateOrder | "";
  isRefused: boolean;
};

/** Asks once for a file whether the day or the month comes first in its dates. */
export function DateOrderSelect({ cells, order, isRefused }: DateOrderSelectProps) {
  const t = useTranslations("import-page");
  return (
    <Select
      key={order}
      id="dateOrder"
      name="dateOrder"
      label={t("columns.dateOrder")}
      hint={cells === "" ? undefined : t("columns.dateOrderHint", { cells })}
      error={isRefused ? t("errors.dateOrderAsked") : undefined}
      blank={t("columns.dateOrderAsk")}
      options={DATE_ORDERS.map((value) => ({ value, label: t(`columns.dateOrders.${value}`) }))}
      defaultValue={order}
    />
  );
}
