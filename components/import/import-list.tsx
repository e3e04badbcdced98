import { Check } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import { Status } from "@/components/ui/status";
import type { loadImports } from "@/lib/features/import/loaders";
import { dayAt, formatDay, formatHour } from "@/lib/i18n/format";
import { useActLabel } from "./use-act-label";

type Run = Awaited<ReturnType<typeof loadImports>>["runs"][number];

export function ImportList({ org, runs }: { org: string; runs: readonly Run[] }) {
  const t = useTranslations("import-page");
  if (runs.length === 0) return null;
  const columns = [
    { key: "when", label: t("earlier.when"), width: 104, folio: true },
    { key: "file", label: t("earlier.file") },
    { key: "did", label: t("earlier.did") },
    { key: "by", label: t("earlier.by"), width: 160 },
  ];
  return (
    <DataTable caption={t("earlier.title")} columns={columns}>
      {runs.map((run) => (
        <Row key={run.id} org={org} run={run} />
      ))}
    </DataTable>
  );
}

export function NoImport() {
  const t = useTranslations("import-page");
  return <Empty title={t("earlier.none")}>{t("earlier.noneText")}</Empty>;
}

function Row({ org, run }: { org: string; run: Run }) {
  const locale = useLocale();
  return (
    <tr className={rowClass({ closed: run.state === "abandoned" })}>
      <Cell place="folio" whole className="small">
        {formatDay(dayAt(run.createdAt, "Africa/Casablanca"), locale)}
      </Cell>
      <Cell place="title" whole>
        <Link href={`/${org}/records/import/${run.id}`} prefetch={false}>
          <bdi>{run.fileName}</bdi>
        </Link>{" "}
        <span className="faint font-normal">{formatHour(run.createdAt, "Africa/Casablanca", locale)}</span>
      </Cell>
      <Cell place="text" whole>
        <ActLabel state={run.state} tally={run.tally} />
      </Cell>
      <Cell place="status" whole>
        {run.createdBy}
      </Cell>
    </tr>
  );
}

function ActLabel({ state, tally }: { state: string; tally: unknown }) {
  const t = useTranslations("import-page");
  const describeAct = useActLabel();
  if (state === "open") return <Status kind="warn">{t("earlier.open")}</Status>;
  if (state === "abandoned") return <>{t("earlier.abandoned")}</>;
  return (
    <span className="muted">
      <span className="text-ok">
        <Icon of={Check} small />
      </span>{" "}
      {describeAct(tally as Record<string, number>)}
    </span>
  );
}
