import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { Cell, DataTable } from "@/components/ui/data-table";
import { clauseTargetOf } from "@/lib/domain/contract-import/clause-heads";
import { CONTRACT_TARGETS } from "@/lib/domain/contract-import/sheet-fields";
import type { loadContractImport } from "@/lib/features/contract-import/loaders";
import { TargetSelect, type TargetGroup } from "./target-select";

type Plan = NonNullable<Awaited<ReturnType<typeof loadContractImport>>["plan"]>;
type Table = NonNullable<Plan["table"]>;

/** Changes the mapping by a GET form: the address alone holds it. */
export function ColumnsForm({ file, table }: { file: string; table: Table }) {
  const t = useTranslations("contract.import");
  const hasReference = table.columns.some(({ target }) => target === "reference");
  const groups = useTargetGroups();
  const isOpenChoice = table.columns.some(({ clauses }) => clauses.length > 0);
  const heads = [
    { key: "head", label: t("columns.head"), width: 260 },
    { key: "samples", label: t("columns.samples") },
    { key: "target", label: t("columns.target"), width: 320 },
  ];
  return (
    <form method="get">
      <input type="hidden" name="file" value={file} />
      <Line>
        <details open={!hasReference || isOpenChoice || undefined}>
          <summary className="py-2">
            {t("columns.title", {
              ...{ sheet: table.sheet, count: table.columns.length },
              left: table.columns.filter(({ target }) => target === "ignore").length,
            })}
          </summary>
          {!hasReference && <p className="text-warn">{t("columns.noReference")}</p>}
          <DataTable caption={t("columns.caption")} columns={heads}>
            {table.columns.map(({ head, samples, target, clauses }, at) => (
              <tr key={at}>
                <Cell place="title" whole>
                  <bdi>{head || t("columns.unnamed")}</bdi>
                </Cell>
                <Cell place="text" whole>
                  <bdi className="muted wrap-anywhere">{samples.join(" · ")}</bdi>
                </Cell>
                <Cell whole>
                  <TargetSelect target={target} label={t("columns.targetOf", { head })} groups={groups} />
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
    </form>
  );
}

function useTargetGroups(): TargetGroup[] {
  const t = useTranslations("contract");
  const words = useTranslations("contract-clauses.clauses");
  const called = (of: string) => {
    const clause = clauseTargetOf(of);
    if (clause) {
      const { id, part } = clause;
      return t("import.clauseTarget", { id, title: words(`${id}.title`), part: t(`clauses.${part}`) });
    }
    if (of === "ignore") return t("import.columns.ignore");
    return t(`fields.${of === "controller" ? "controllerId" : of}`);
  };
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
    group(t("parts.clauses"), CONTRACT_TARGETS.filter(isClause)),
  ];
}
