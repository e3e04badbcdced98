import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { GapBadge } from "@/components/ui/gap-badge";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import { isCounted } from "@/lib/domain/processing-record/completeness";
import type { loadController } from "@/lib/features/controller/loaders";

type Records = Awaited<ReturnType<typeof loadController>>["records"];
type ControllerRecordsProps = { org: string; controllerId: string; records: Records; mayWrite: boolean };

/** Entries for this controller, article 30(2)(b). */
export function ControllerRecords({ org, controllerId, records, mayWrite }: ControllerRecordsProps) {
  const t = useTranslations("controller");
  const add = mayWrite && (
    <LinkButton tone="bare" icon={Plus} href={`/${org}/records/new?controller=${controllerId}`}>
      {t("records.add")}
    </LinkButton>
  );
  return (
    <>
      <Part title={t("records.title")} article={t("articles.records")} aside={add}>
        {records.length === 0 && <p className="muted mt-3">{t("records.none")}</p>}
      </Part>
      {records.length > 0 && <RecordTable org={org} records={records} />}
    </>
  );
}

function RecordTable({ org, records }: { org: string; records: Records }) {
  const t = useTranslations("controller");
  const columns = [
    { key: "reference", label: t("records.reference"), folio: true },
    { key: "activity", label: t("records.activity") },
    { key: "state", label: t("records.state"), width: 120 },
    { key: "gaps", label: t("list.gaps"), width: 170 },
  ];
  return (
    <DataTable caption={t("records.title")} columns={columns}>
      {records.map((record) => (
        <tr key={record.id} className={rowClass({ closed: record.state === "ended" })}>
          <Cell place="folio">
            <bdi>{record.reference}</bdi>
          </Cell>
          <Cell place="title">
            <Link href={`/${org}/records/${record.id}`} prefetch={false}>
              {record.activity || t("records.unnamed")}
            </Link>
          </Cell>
          <Cell place="text">{t(`records.states.${record.state}`)}</Cell>
          <Cell place="status">
            {record.state !== "ended" && (
              <GapBadge count={record.requiredGaps} codes={record.gapCodes.filter(isCounted)} />
            )}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
