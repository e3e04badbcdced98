import Link from "next/link";
import { useTranslations } from "next-intl";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Status, type StatusKind } from "@/components/ui/status";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import type { loadRecordNeeds } from "@/lib/features/dpo-figures/loaders";

type Line = Awaited<ReturnType<typeof loadRecordNeeds>>["rows"][number];
type NeedTableProps = { org: string; rows: readonly Line[]; mayWrite: boolean };

const TONES: Record<Line["view"], StatusKind> = {
  missing: "warn",
  awaited: "warn",
  unknown: "plain",
  covered: "ok",
};

export function NeedTable({ org, rows, mayWrite }: NeedTableProps) {
  const t = useTranslations("dpo-figures");
  const work = useTranslations("dpo-work");
  const columns = [
    { key: "reference", label: t("needs.entry"), folio: true },
    { key: "activity", label: t("needs.activity") },
    { key: "filing", label: t("needs.filing"), width: 300 },
    { key: "status", label: t("needs.status"), width: 240 },
  ];
  return (
    <DataTable caption={t("needs.title")} columns={columns}>
      {rows.map(({ record, need, numbers, view }) => (
        <tr key={`${record.id} ${need.type}`}>
          <Cell place="folio" whole>
            <bdi>{record.reference}</bdi>
          </Cell>
          <Cell place="title" whole>
            <Link
              href={`/${org}/${record.capacity === "controller" ? "own-records" : "records"}/${record.id}`}
              prefetch={false}
            >
              <bdi>{record.activity}</bdi>
            </Link>
            {record.controller && (
              <span className="block font-normal muted">
                <bdi>{record.controller}</bdi>
              </span>
            )}
          </Cell>
          <Cell place="text" whole>
            {work(`choices.filing.${need.type}`)}
            <span className="block muted">{t(`needs.reasons.${need.reason}`)}</span>
          </Cell>
          <Cell place="status" whole>
            <Status kind={TONES[view]}>{t(`views.${view}`)}</Status>
            {need.filing && (
              <Link
                className="block"
                href={`/${org}${workPath("cndp-filing", need.filing.id)}`}
                prefetch={false}
              >
                {need.status === "missing" && `${t("needs.begun")} `}
                <bdi>{need.filing.reference}</bdi>
              </Link>
            )}
            {!need.filing && numbers.length > 0 && (
              <span className="block muted">{t("needs.numbers", { numbers: numbers.join(", ") })}</span>
            )}
            {!need.filing && mayWrite && (
              <Link
                className="block"
                href={`/${org}${workPath("cndp-filing")}/new?record=${record.id}&type=${need.type}`}
                prefetch={false}
              >
                {t("needs.file")} <span className="sr">{record.reference}</span>
              </Link>
            )}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
