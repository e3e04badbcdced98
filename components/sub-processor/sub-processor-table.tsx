"use client";

import { useLocale, useTranslations } from "next-intl";
import { Cell } from "@/components/ui/data-table";
import { ListTable, NamedCells } from "@/components/ui/list-table";
import type { loadSubProcessors } from "@/lib/features/sub-processor/loaders";
import { formatDay } from "@/lib/i18n/format";
import { SubProcessorGapBadge } from "./sub-processor-gap-badge";

type Row = Awaited<ReturnType<typeof loadSubProcessors>>["rows"][number];
type SubProcessorTableProps = {
  org: string;
  today: string;
  rows: readonly (Row & { countryNames: string })[];
};

export function SubProcessorTable({ org, today, rows }: SubProcessorTableProps) {
  const t = useTranslations("sub-processor.list");
  const columns = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "name", label: t("name") },
    { key: "countries", label: t("countries"), width: 170 },
    { key: "chain", label: t("chain"), width: 110, wide: true },
    { key: "contract", label: t("contract"), width: 170 },
    { key: "gaps", label: t("gaps"), width: 200 },
  ];
  return (
    <ListTable
      noun="sub-processor"
      caption={t("title")}
      columns={columns}
      rows={rows}
      isClosed={({ state }) => state === "ended"}
    >
      {(row) => (
        <>
          <NamedCells
            reference={row.reference}
            href={`/${org}/sub-processors/${row.id}`}
            about={<bdi>{row.service}</bdi>}
          >
            <bdi>{row.name}</bdi>
          </NamedCells>
          <Cell place="text" whole>
            {row.countryNames || <span className="void">—</span>}
          </Cell>
          <Cell place="wide" whole>
            {t("links", { count: row.links })}
          </Cell>
          <Cell place="text" whole>
            <ContractWords row={row} today={today} />
          </Cell>
          <Cell place="status" whole>
            {row.state !== "ended" && <SubProcessorGapBadge row={row} />}
          </Cell>
        </>
      )}
    </ListTable>
  );
}

function ContractWords({ row, today }: { row: Row; today: string }) {
  const t = useTranslations("sub-processor.list");
  const locale = useLocale();
  const { contractSignedOn, contractEndsOn } = row;
  if (contractSignedOn === null) return <span className="void">{t("noContract")}</span>;
  if (contractEndsOn !== null && contractEndsOn < today)
    return <span className="void">{t("over", { day: formatDay(contractEndsOn, locale) })}</span>;
  return (
    <>
      {t("signed", { day: formatDay(contractSignedOn, locale) })}
      {contractEndsOn && (
        <span className="block muted">{t("until", { day: formatDay(contractEndsOn, locale) })}</span>
      )}
    </>
  );
}
