import { useLocale, useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Select } from "@/components/ui/text-input";
import { clauseTargetOf } from "@/lib/domain/contract-import/clause-heads";
import { DATE_ORDERS } from "@/lib/domain/import/types";
import { CONTRACT_TARGETS } from "@/lib/domain/contract-import/sheet-fields";
import type { loadContractImport } from "@/lib/features/contract-import/loaders";
import { joinParts } from "@/lib/i18n/format";
import { ColumnsSend } from "./columns-send";
import { ChosenClients } from "./chosen-clients";
import { TargetSelect, type TargetGroup } from "./target-select";

type Plan = NonNullable<Awaited<ReturnType<typeof loadContractImport>>["plan"]>;
type Table = NonNullable<Plan["table"]>;

/** Puts each column; what is put is remembered for the next file of this shape. */
export function ColumnsForm({
  org,
  file,
  table,
  clients,
}: {
  org: string;
  file: string;
  table: Table;
  clients: Plan["clients"];
}) {
  const t = useTranslations("contract.import");
  const words = useTranslations("contract");
  const hasReference = table.columns.some(({ target }) => target === "reference");
  const called = useTargetName();
  const groups = targetGroups(called, { clauses: words("parts.clauses") });
  const locale = useLocale();
  const isOrderAsked = table.orderCells.length > 0;
  const isOpenChoice =
    (isOrderAsked && table.dateOrder === null) ||
    table.columns.some(({ clauses, asked }) => clauses.length + asked.length > 0);
  const heads = [
    { key: "head", label: t("columns.head"), width: 260 },
    { key: "samples", label: t("columns.samples") },
    { key: "target", label: t("columns.target"), width: 320 },
  ];
  return (
    <ColumnsSend org={org}>
      <input type="hidden" name="file" value={file} />
      <ChosenClients of={clients} />
      <Line>
        {table.isRemembered && <p className="muted mt-4">{t("columns.remembered")}</p>}
        <details open={!hasReference || isOpenChoice || undefined}>
          <summary className="py-2">
            {t("columns.title", {
              sheet: table.sheet,
              count: table.columns.length,
              left: table.columns.filter(({ target }) => target === "ignore").length,
            })}
          </summary>
          {!hasReference && <p className="text-warn">{t("columns.noReference")}</p>}
          {isOrderAsked && (
            <Select
              name="dateOrder"
              label={t("columns.dateOrder")}
              hint={t("columns.dateOrderHint", { cells: table.orderCells.join(" · ") })}
              blank={t("columns.dateOrderAsk")}
              options={DATE_ORDERS.map((value) => ({ value, label: t(`columns.dateOrders.${value}`) }))}
              defaultValue={table.dateOrder ?? ""}
            />
          )}
          <DataTable caption={t("columns.caption")} columns={heads}>
            {table.columns.map(({ head, samples, target, clauses, asked }, at) => (
              <tr key={at}>
                <Cell place="title" whole>
                  <bdi>{head || t("columns.unnamed")}</bdi>
                </Cell>
                <Cell place="text" whole>
                  <bdi className="muted wrap-anywhere">{samples.join(" · ")}</bdi>
                </Cell>
                <Cell whole>
                  <TargetSelect target={target} label={t("columns.targetOf", { head })} groups={groups} />
                  {asked.length > 0 && (
                    <p className="text-warn">
                      {t("columns.ambiguous", { fields: joinParts(asked.map(called), locale) })}
                    </p>
                  )}
                  {clauses.length > 0 && (
                    <p className="text-warn">{t("columns.several", { clauses: clauses.join(", ") })}</p>
                  )}
                </Cell>
              </tr>
            ))}
          </DataTable>
          <div className="form-end">
            <SubmitButton tone={undefined}>{t("columns.act")}</SubmitButton>
          </div>
        </details>
      </Line>
    </ColumnsSend>
  );
}

/** Name of a target in the reader's words. */
function useTargetName(): (target: string) => string {
  const t = useTranslations("contract");
  const words = useTranslations("contract-clauses.clauses");
  return (of) => {
    const clause = clauseTargetOf(of);
    if (clause) {
      const { id, part } = clause;
      return t("import.clauseTarget", { id, title: words(`${id}.title`), part: t(`clauses.${part}`) });
    }
    if (of === "ignore") return t("import.columns.ignore");
    return t(`fields.${of === "controller" ? "controllerId" : of}`);
  };
}

function targetGroups(called: (target: string) => string, names: { clauses: string }): TargetGroup[] {
  const isClause = (of: string) => clauseTargetOf(of) !== null;
  const group = (label: string, targets: readonly string[]) => ({
    label,
    options: targets.map((value) => ({ value, label: called(value) })),
  });
  return [
    group(
      "",
      CONTRACT_TARGETS.filter((of) => !isClause(of)),
    ),
    group(names.clauses, CONTRACT_TARGETS.filter(isClause)),
  ];
}
