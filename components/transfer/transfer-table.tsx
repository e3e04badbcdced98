"use client";

import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import { Cell } from "@/components/ui/data-table";
import { ListTable, NamedCells } from "@/components/ui/list-table";
import type { ListedTransfer } from "@/lib/features/transfer/loaders";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { TransferGapBadge } from "./transfer-gap-badge";
import { TransferStatus } from "./transfer-status";

type TransferTableProps = {
  org: string;
  rows: readonly (ListedTransfer & { countryName: string })[];
};

export function TransferTable({ org, rows }: TransferTableProps) {
  const t = useTranslations("transfer");
  const locale = useLocale();
  const columns = [
    { key: "reference", label: t("list.reference"), folio: true },
    { key: "importer", label: t("list.importer") },
    { key: "tool", label: t("list.tool"), width: 200 },
    { key: "review", label: t("list.review"), width: 110 },
    { key: "status", label: t("list.status"), width: 160 },
    { key: "gaps", label: t("list.gaps"), width: 190 },
  ];
  return (
    <ListTable
      noun="transfer"
      caption={t("list.title")}
      columns={columns}
      rows={rows}
      isClosed={({ state }) => state === "ended"}
    >
      {(row) => (
        <>
          <NamedCells
            reference={row.reference}
            href={`/${org}/transfers/${row.id}`}
            about={row.controllerName || t("list.several")}
          >
            {joinParts(
              [
                row.importerName || t("list.unnamed"),
                row.countryName || t("list.noCountry"),
                row.placeKind && t(`choices.placeKind.${row.placeKind}`),
              ],
              locale,
            )}
          </NamedCells>
          <Cell place="text" whole>
            {row.tool && t(`choices.tool.${row.tool}`)}
          </Cell>
          <Cell place="date" whole>
            {row.nextReviewOn ? (
              <Day text={formatDay(row.nextReviewOn, locale)} />
            ) : (
              <span className="faint">{t("list.noReview")}</span>
            )}
          </Cell>
          <Cell place="status" whole>
            <TransferStatus of={row.status} />
          </Cell>
          <Cell place="status" whole>
            {row.state !== "ended" && <TransferGapBadge row={row} />}
          </Cell>
        </>
      )}
    </ListTable>
  );
}
