import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { loadMeasure } from "@/lib/features/measure/loaders";

type Touched = Awaited<ReturnType<typeof loadMeasure>>["touched"];

export function TouchedRecords({ org, touched: { count, records } }: { org: string; touched: Touched }) {
  const t = useTranslations("measure.touched");
  const states = useTranslations("lifecycle.states");
  const columns = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "controller", label: t("controller") },
    { key: "activity", label: t("activity") },
    { key: "state", label: t("state"), width: 130 },
  ];
  return (
    <>
      <DataTable caption={t("count", { count })} columns={columns}>
        {records.map((record) => (
          <tr key={record.id} className={rowClass({ closed: record.state === "ended" })}>
            <Cell place="folio">
              <bdi>{record.reference}</bdi>
            </Cell>
            <Cell place="title">
              <Link href={`${registerHref(org, record.capacity)}/${record.id}#security`} prefetch={false}>
                {record.capacity === "controller" ? t("own") : record.controller?.legalName}
              </Link>
            </Cell>
            <Cell place="text">{record.activity}</Cell>
            <Cell place="status">{states(record.state)}</Cell>
          </tr>
        ))}
      </DataTable>
      {count > records.length && (
        <p className="foot">
          <span className="start">{t("more", { count: count - records.length })}</span>
        </p>
      )}
    </>
  );
}
