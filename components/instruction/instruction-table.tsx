import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import { Cell, DataTable, rowClass, type DataTableColumn } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import type { loadInstructions } from "@/lib/features/instruction/loaders";
import { dayAt, formatDay } from "@/lib/i18n/format";
import { KindStatus, StateStatus } from "./instruction-status";

type Row = Awaited<ReturnType<typeof loadInstructions>>["rows"][number];

export function InstructionTable({ org, rows }: { org: string; rows: readonly Row[] }) {
  const t = useTranslations("instruction");
  const columns: DataTableColumn[] = [
    { key: "number", label: t("list.number"), folio: true },
    { key: "text", label: t("list.text") },
    { key: "controller", label: t("list.controller"), width: 205 },
    { key: "effective", label: t("list.effective"), width: 120, wide: true },
    { key: "status", label: t("list.status"), width: 215 },
    { key: "received", label: t("list.received"), width: 120, sort: "descending" },
  ];
  return (
    <DataTable caption={t("list.title")} columns={columns}>
      {rows.map((row) => (
        <tr
          key={row.id}
          className={rowClass({ closed: row.state === "amended" || row.state === "withdrawn" })}
        >
          <Entry org={org} row={row} />
        </tr>
      ))}
    </DataTable>
  );
}

function Entry({ org, row }: { org: string; row: Row }) {
  const t = useTranslations("instruction");
  const locale = useLocale();
  return (
    <>
      <Cell place="folio" whole>
        <bdi>{row.number}</bdi>
      </Cell>
      <Cell place="title" whole>
        <Link href={`/${org}/instructions/${row.id}`} prefetch={false}>
          {row.text}
        </Link>
        <span className="block">
          <KindStatus kind={row.kind} />
        </span>
      </Cell>
      <Cell place="text" whole>
        {row.controller.legalName}
        {row.authority !== "listed" && (
          <span className="block">
            <Status kind="warn">{t(`authorities.${row.authority}`)}</Status>
          </span>
        )}
      </Cell>
      <Cell place="wide" whole>
        <Day text={formatDay(row.effectiveOn, locale)} />
      </Cell>
      <Cell place="status" whole>
        <StateStatus state={row.state} isUnwritten={row.isUnwritten} isUnproven={row.isUnproven} />
      </Cell>
      <Cell place="date" whole>
        <Day text={formatDay(dayAt(row.receivedAt, "Africa/Casablanca"), locale)} />
      </Cell>
    </>
  );
}
