import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Cell, DataTable, rowClass } from "@/components/ui/data-table";
import type { loadControllerContracts } from "@/lib/features/contract/loaders";
import { ContractGapBadge } from "./contract-gap-badge";
import { ContractDeadline } from "./contract-deadline";
import { ContractStateWord } from "./contract-state-word";

type ControllerContractsProps = {
  org: string;
  controllerId: string;
  loaded: Awaited<ReturnType<typeof loadControllerContracts>>;
  mayWrite: boolean;
};

/** Contracts for this controller, article 28(3). */
export function ControllerContracts({ org, controllerId, loaded, mayWrite }: ControllerContractsProps) {
  const t = useTranslations("contract");
  const { rows, today } = loaded;
  const add = mayWrite && (
    <LinkButton tone="bare" icon={Plus} href={`/${org}/contracts/new?controller=${controllerId}`}>
      {t("new.act")}
    </LinkButton>
  );
  const columns = [
    { key: "reference", label: t("list.reference"), folio: true },
    { key: "title", label: t("fields.title") },
    { key: "state", label: t("list.state"), width: 110 },
    { key: "deadline", label: t("list.deadline"), width: 200 },
    { key: "gaps", label: t("list.gaps"), width: 190 },
  ];
  return (
    <>
      <Part id="contracts" title={t("list.title")} article={t("articles.clauses")} aside={add}>
        {rows.length === 0 && <p className="muted mt-3">{t("list.noneHere")}</p>}
      </Part>
      {rows.length > 0 && (
        <DataTable caption={t("list.title")} columns={columns}>
          {rows.map((row) => (
            <tr key={row.id} className={rowClass({ closed: row.state === "ended" })}>
              <Cell place="folio" whole>
                <bdi>{row.reference}</bdi>
              </Cell>
              <Cell place="title" whole>
                <Link href={`/${org}/contracts/${row.id}`} prefetch={false}>
                  {row.title || row.reference}
                </Link>
              </Cell>
              <Cell place="text" whole>
                <ContractStateWord state={row.state} />
              </Cell>
              <Cell place="date" whole>
                <ContractDeadline row={row} today={today} />
              </Cell>
              <Cell place="status" whole>
                {row.state !== "ended" && <ContractGapBadge row={row} />}
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
