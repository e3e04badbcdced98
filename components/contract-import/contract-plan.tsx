import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { Line } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Status, type StatusKind } from "@/components/ui/status";
import { clauseTargetOf } from "@/lib/domain/contract-import/clause-heads";
import { CLAUSE_ANSWERS } from "@/lib/domain/contract/content";
import { groupAlike, isNameAsked } from "@/lib/domain/contract-import/alike-cells";
import { contractFieldOf } from "@/lib/domain/contract-import/sheet-fields";
import type { loadContractImport } from "@/lib/features/contract-import/loaders";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatList, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { ChangeList } from "./change-list";
import { ColumnsForm } from "./columns-form";
import { ClientsForm } from "./clients-form";
import { CommitForm } from "./commit-form";

type Plan = NonNullable<Awaited<ReturnType<typeof loadContractImport>>["plan"]>;
const KINDS: Record<Plan["lines"][number]["becomes"], StatusKind> = {
  new: "ok",
  changed: "warn",
  same: "plain",
  refused: "late",
};

type ContractPlanProps = { org: string; plan: Plan; countries: readonly CountryOption[] };

/** Previews each line; nothing is written before confirmation. */
export function ContractPlan({ org, plan, countries }: ContractPlanProps) {
  const t = useTranslations("contract.import");
  const issues = useTranslations("contract.issues");
  const columns = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "controller", label: t("controller") },
    { key: "becomes", label: t("becomes"), width: 320 },
  ];
  return (
    <>
      {plan.table && (
        <Words of={["form", "contract"]}>
          <ColumnsForm org={org} file={plan.file} table={plan.table} clients={plan.clients} />
        </Words>
      )}
      <ClientsForm plan={plan} />
      {plan.lines.length === 0 && (
        <Line>
          <p>{t("noLines")}</p>
        </Line>
      )}
      {plan.lines.length > 0 && <PlanSummary plan={plan} />}
      <DataTable caption={t("caption")} columns={columns}>
        {plan.lines.map((line, index) => (
          <Fragment key={index}>
            <tr>
              <Cell place="folio" whole>
                <bdi>{line.reference}</bdi>
              </Cell>
              <Cell place="title" whole>
                {line.controller}
                <span className="block font-normal muted">{line.title}</span>
              </Cell>
              <Cell place="status" whole>
                <Status kind={KINDS[line.becomes]}>{t(`fates.${line.becomes}`)}</Status>
                {line.refusal && (
                  <p className="muted">
                    {t(`refusals.${line.refusal}`)} {line.issue && issues(line.issue)}
                  </p>
                )}
              </Cell>
            </tr>
            <LineDetail line={line} questions={plan.clients} countries={countries} />
          </Fragment>
        ))}
      </DataTable>
      <Words of={["form", "contract"]}>
        <CommitForm
          org={org}
          file={plan.file}
          columns={plan.columns}
          clients={plan.clients}
          dateOrder={plan.dateOrder}
          seen={plan.digest}
          count={plan.lines.filter(({ becomes }) => becomes === "new" || becomes === "changed").length}
        />
      </Words>
    </>
  );
}

function PlanSummary({ plan: { lines, table } }: { plan: Plan }) {
  const t = useTranslations("contract.import");
  const around = useAround(table);
  const count = (of: Plan["lines"][number]["becomes"]) =>
    lines.filter(({ becomes }) => becomes === of).length;
  return (
    <Line>
      <p className="mt-4">
        {t("summary", {
          created: count("new"),
          changed: count("changed"),
          same: count("same"),
          refused: count("refused"),
        })}
      </p>
      {around && <p className="muted">{around}</p>}
      {table && table.unread.length > 0 && (
        <p className="muted">{t("unreadSheets", { names: table.unread.join(" · ") })}</p>
      )}
    </Line>
  );
}

/** Tells of merged cells and of lines that are no contract; empty where there are none. */
function useAround(table: Plan["table"]): string {
  const t = useTranslations("import-page.facts");
  const locale = useLocale();
  if (!table) return "";
  const aside = (["title", "total", "unticked", "foot"] as const)
    .filter((kind) => table.aside[kind] > 0)
    .map((kind) => t(kind, { count: table.aside[kind] }));
  const told = [
    table.aside.filled > 0 && t("filled", { count: table.aside.filled }),
    aside.length > 0 && t("aside", { list: formatList(aside, locale) }),
  ];
  return joinParts(told, locale);
}

/** Spans the table, because changes and refused cells need its width. */
function LineDetail({
  line,
  questions,
  countries,
}: {
  line: Plan["lines"][number];
  questions: Plan["clients"];
  countries: readonly CountryOption[];
}) {
  if (line.changes.length + line.cells.length + line.asides.length === 0) return null;
  return (
    <tr>
      <Cell place="folio" />
      <Cell place="text" whole colSpan={2}>
        <CellIssues of={line.cells} questions={questions} />
        <CellAsides of={line.asides} />
        <ChangeList changes={line.changes} countries={countries} isOpen={line.becomes === "changed"} />
      </Cell>
    </tr>
  );
}

/** Names the cell and its content, so that it can be found in the file. */
function CellIssues({ of, questions }: { of: Plan["lines"][number]["cells"]; questions: Plan["clients"] }) {
  const t = useTranslations("contract.import");
  const optionsOf = useOptions();
  const locale = useLocale();
  if (of.length === 0) return null;
  return (
    <ul className="text-warn wrap-anywhere">
      {groupAlike(of).map(({ first, rows }, at) => (
        <li key={at}>
          {t("cellAt", {
            sheet: first.sheet,
            count: rows.length,
            line: rowsIn(rows, locale),
            head: first.head,
          })}{" "}
          {t(`cells.${isNameAsked(first, questions) ? "controllerAsked" : first.key}`, {
            cell: first.cell.slice(0, 120),
            options: optionsOf(first.target),
          })}
        </li>
      ))}
    </ul>
  );
}

function CellAsides({ of }: { of: Plan["lines"][number]["asides"] }) {
  const t = useTranslations("contract.import");
  const locale = useLocale();
  if (of.length === 0) return null;
  return (
    <ul className="muted wrap-anywhere">
      {groupAlike(of).map(({ first: { sheet, head, cell, key }, rows }, at) => (
        <li key={at}>
          {t("cellAt", { sheet, count: rows.length, line: rowsIn(rows, locale), head })}{" "}
          {t(`asides.${key}`, { cell: cell.slice(0, 120) })}
        </li>
      ))}
    </ul>
  );
}

/** Rows of a file, those that follow each other as one stretch: "3 – 12, 20". */
function rowsIn(rows: readonly number[], locale: Locale): string {
  const stretches: [from: number, to: number][] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && row <= last[1] + 1) last[1] = row;
    else stretches.push([row, row]);
  }
  return joinParts(
    stretches.map(([from, to]) => (from === to ? String(from) : `${from} – ${to}`)),
    locale,
  );
}

function useOptions(): (target: string | undefined) => string {
  const t = useTranslations("contract");
  const clauses = useTranslations("contract-clauses");
  const locale = useLocale();
  return (target = "") => {
    if (clauseTargetOf(target))
      return joinParts(
        CLAUSE_ANSWERS.map((answer) => clauses(`answers.${answer}`)),
        locale,
      );
    const kind = contractFieldOf(target)?.kind;
    if (kind?.kind !== "choice") return "";
    return joinParts(
      kind.options.map((option) => t(`choices.${kind.words}.${option}`)),
      locale,
    );
  };
}
