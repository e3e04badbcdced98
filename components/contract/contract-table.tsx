"use client";

import { useTranslations } from "next-intl";
import { Cell } from "@/components/ui/data-table";
import { ListTable, NamedCells } from "@/components/ui/list-table";
import type { ContractListRow } from "@/lib/features/contract/loaders";
import { ContractGapBadge } from "./contract-gap-badge";
import { ContractDeadline } from "./contract-deadline";
import { ContractStateWord } from "./contract-state-word";

type ContractTableProps = { org: string; rows: readonly ContractListRow[]; today: string; isPast: boolean };

export function ContractTable({ org, rows, today, isPast }: ContractTableProps) {
  const t = useTranslations("contract");
  const columns = [
    { key: "reference", label: t("list.reference"), folio: true },
    { key: "controller", label: t("list.controller") },
    { key: "state", label: t("list.state"), width: 110 },
    { key: "deadline", label: t("list.deadline"), width: 220 },
    { key: "gaps", label: t("list.gaps"), width: 190 },
  ];
  return (
    <ListTable
      noun="contract"
      caption={t("list.title")}
      columns={columns}
      rows={rows}
      isClosed={({ state }) => state === "ended"}
    >
      {(row) => (
        <>
          <NamedCells
            reference={row.reference}
            href={`/${org}/contracts/${row.id}${isPast ? `/versions/${row.version}` : ""}`}
            about={row.title}
          >
            {row.controllerName}
          </NamedCells>
          <Cell place="text" whole>
            <ContractStateWord state={row.state} />
          </Cell>
          <Cell place="date" whole>
            <ContractDeadline row={row} today={today} />
          </Cell>
          <Cell place="status" whole>
            {row.state === "ended" ? null : <ContractGapBadge row={row} />}
          </Cell>
        </>
      )}
    </ListTable>
  );
}
