import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Cell, Ledger } from "@/components/ui/ledger";
import { CONTRACT_TARGETS } from "@/lib/domain/contract/sheet-fields";
import type { loadContractImport } from "@/lib/features/contract-import/loaders";

type Plan = NonNullable<Awaited<ReturnType<typeof loadContractImport>>["plan"]>;
type Table = NonNullable<Plan["table"]>;

/** Where each column of a workbook goes; put otherwise, the page is asked for again by its address alone. */
export function ColumnsForm({ file, table }: { file: string; table: Table }) {
  const t = useTranslations("contract.import");
  const hasReference = table.columns.some(({ target }) => target === "reference");
  const heads = [
    { key: "head", label: t("columns.head"), width: 260 },
    { key: "samples", label: t("columns.samples") },
    { key: "target", label: t("columns.target"), width: 320 },
  ];
  return (
    <form method="get">
      <input type="hidden" name="file" value={file} />
      <Line>
        <details open={!hasReference || undefined}>
          <summary className="py-2">
            {t("columns.title", { sheet: table.sheet, count: table.columns.length })}
          </summary>
          {!hasReference && <p className="text-warn">{t("columns.noReference")}</p>}
          <Ledger caption={t("columns.caption")} columns={heads}>
            {table.columns.map(({ head, samples, target }, at) => (
              <tr key={at}>
                <Cell place="title" whole>
                  <bdi>{head || t("columns.unnamed")}</bdi>
                </Cell>
                <Cell place="text" whole>
                  <bdi className="muted wrap-anywhere">{samples.join(" · ")}</bdi>
                </Cell>
                <Cell whole>
                  <TargetSelect head={head} target={target} />
                </Cell>
              </tr>
            ))}
          </Ledger>
          <div className="form-end">
            <SubmitButton tone={undefined}>{t("columns.act")}</SubmitButton>
          </div>
        </details>
      </Line>
    </form>
  );
}

function TargetSelect({ head, target }: { head: string; target: string }) {
  const t = useTranslations("contract");
  const called = (of: string) => {
    if (of === "ignore") return t("import.columns.ignore");
    return t(`fields.${of === "controller" ? "controllerId" : of}`);
  };
  return (
    <span className="select">
      <select
        name="columns"
        defaultValue={target}
        className="inp"
        aria-label={t("import.columns.targetOf", { head })}
      >
        {CONTRACT_TARGETS.map((of) => (
          <option key={of} value={of}>
            {called(of)}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} small />
    </span>
  );
}
