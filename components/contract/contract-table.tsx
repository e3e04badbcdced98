"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import { useListKeys } from "@/components/ui/data-table-keys";
import type { ContractListRow } from "@/lib/features/contract/loaders";
import { ContractGapBadge } from "./contract-gap-badge";
import { ContractDeadline } from "./contract-deadline";
import { ContractStateWord } from "./contract-state-word";

type ContractTableProps = { org: string; rows: readonly ContractListRow[]; today: string; isPast: boolean };

export function ContractTable({ org, rows, today, isPast }: ContractTableProps) {
  const t = useTranslations("contract");
  const { cursor, tableRef } = useListKeys(rows.length, "contract-filter");
  const columns = [
    { key: "reference", label: t("list.reference"), folio: true },
    { key: "controller", label: t("list.controller") },
    { key: "state", label: t("list.state"), width: 110 },
    { key: "deadline", label: t("list.deadline"), width: 220 },
    { key: "gaps", label: t("list.gaps"), width: 190 },
  ];
  return (
    <DataTable caption={t("list.title")} columns={columns} ref={tableRef}>
      {rows.map((row, index) => (
        <tr key={row.id} className={rowClass({ cursor: index === cursor, closed: row.state === "ended" })}>
          <Cell place="folio" whole>
            <bdi>{row.reference}</bdi>
          </Cell>
          <Cell place="title" whole>
            <Link
              href={`/${org}/contracts/${row.id}${isPast ? `/versions/${row.version}` : ""}`}
              prefetch={false}
            >
              {row.controllerName}
            </Link>
            {row.title && <span className="block font-normal muted">{row.title}</span>}
          </Cell>
          <Cell place="text" whole>
            <ContractStateWord state={row.state} />
          </Cell>
          <Cell place="date" whole>
            <ContractDeadline row={row} today={today} />
          </Cell>
          <Cell place="status" whole>
            {row.state === "ended" ? null : <ContractGapBadge row={row} />}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
