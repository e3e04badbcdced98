import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Cell, Ledger } from "@/components/ui/ledger";
import { Status, type StatusKind } from "@/components/ui/status";
import type { loadContractImport } from "@/lib/features/contract-import/loaders";
import { ColumnsForm } from "./columns-form";
import { CommitForm } from "./commit-form";

type Plan = NonNullable<Awaited<ReturnType<typeof loadContractImport>>["plan"]>;
const KINDS: Record<Plan["lines"][number]["becomes"], StatusKind> = {
  new: "ok",
  changed: "warn",
  same: "plain",
  refused: "late",
};

/** Every line of the file with what becomes of it; nothing is written before it is confirmed. */
export function ContractPlan({ org, plan }: { org: string; plan: Plan }) {
  const t = useTranslations("contract.import");
  const columns = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "controller", label: t("controller") },
    { key: "becomes", label: t("becomes"), width: 320 },
  ];
  return (
    <>
      {plan.table && <ColumnsForm file={plan.file} table={plan.table} />}
      {plan.lines.length === 0 && (
        <Line>
          <p>{t("noLines")}</p>
        </Line>
      )}
      <Ledger caption={t("caption")} columns={columns}>
        {plan.lines.map((line, index) => (
          <tr key={index}>
            <Cell place="folio" whole>
              <bdi>{line.reference}</bdi>
            </Cell>
            <Cell place="title" whole>
              {line.controller}
              <span className="block font-normal muted">{line.title}</span>
            </Cell>
            <Cell place="status" whole>
              <Status kind={KINDS[line.becomes]}>{t(`fates.${line.becomes}`)}</Status>
              {line.refusal && <p className="muted">{t(`refusals.${line.refusal}`)}</p>}
              <CellIssues of={line.cells} />
            </Cell>
          </tr>
        ))}
      </Ledger>
      <Words of={["form", "contract"]}>
        <CommitForm
          org={org}
          file={plan.file}
          columns={plan.columns}
          seen={plan.digest}
          count={plan.lines.filter(({ becomes }) => becomes === "new" || becomes === "changed").length}
        />
      </Words>
    </>
  );
}

/** Each cell that was not read, where it stands and what it says, so that it can be found again in the file. */
function CellIssues({ of }: { of: Plan["lines"][number]["cells"] }) {
  const t = useTranslations("contract.import");
  if (of.length === 0) return null;
  return (
    <ul className="muted wrap-anywhere">
      {of.map(({ sheet, line, head, cell, key }) => (
        <li key={`${sheet} ${line} ${head} ${key}`}>
          {t("cellAt", { sheet, line, head })} {t(`cells.${key}`, { cell: cell.slice(0, 120) })}
        </li>
      ))}
    </ul>
  );
}
