import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Status } from "@/components/ui/status";
import { queryHref } from "@/components/ui/query-href";
import {
  type Cell,
  type CellState,
  cellState,
  type ComplianceDuty,
  DUTIES,
  DUTY_ARTICLES,
  OWN,
} from "@/lib/domain/compliance/duties";
import type { loadCompliance } from "@/lib/features/compliance/loaders";
import { formatNumber } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadCompliance>>;

/** Every cell says in words whether the duty is met, and leads to what lacks. */
export function DutyMatrix({ org, rows, totals }: { org: string } & Pick<Loaded, "rows" | "totals">) {
  const t = useTranslations("compliance");
  const texts = useTranslations("obligation");
  return (
    <div className="duty-matrix" role="region" aria-labelledby="duties-caption" tabIndex={0}>
      <table>
        <caption className="sr" id="duties-caption">
          {t("matrix.caption")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("matrix.controller")}</th>
            {DUTIES.map((duty) => (
              <th key={duty} scope="col">
                {t(`duties.${duty}`)}
                <small>{texts("sources.gdpr", { article: DUTY_ARTICLES[duty] })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells }) => (
            <tr key={id ?? "shared"}>
              <th scope="row">
                <RowName org={org} id={id} name={name} />
                <OtherCells cells={cells} />
              </th>
              <Cells org={org} cells={cells} controller={id ?? "shared"} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("matrix.total")}</th>
            <Cells org={org} cells={totals} controller="" />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function RowName({ org, id, name }: { org: string; id: string | null; name: string }) {
  const t = useTranslations("compliance.matrix");
  if (id === null) return t("shared");
  const href = id === OWN ? `/${org}/own-records` : `/${org}/controllers/${id}`;
  return (
    <Link href={href} prefetch={false} className="quiet">
      {id === OWN ? t("own") : name}
    </Link>
  );
}

/** Counts the duties that a narrow screen leaves out: those that are met, and those that ask for nothing. */
function OtherCells({ cells }: { cells: Record<ComplianceDuty, Cell> }) {
  const t = useTranslations("compliance.states");
  const countOf = (state: CellState) => DUTIES.filter((duty) => cellState(cells[duty]) === state).length;
  return <small className="rest">{t("rest", { met: countOf("met"), none: countOf("none") })}</small>;
}

type CellsProps = { org: string; cells: Record<ComplianceDuty, Cell>; controller: string };

function Cells({ org, cells, controller }: CellsProps) {
  const t = useTranslations("compliance");
  return DUTIES.map((duty) => (
    <td key={duty} data-of={t(`duties.${duty}`)} data-state={cellState(cells[duty])}>
      <CellWord cell={cells[duty]} href={queryHref(`/${org}/compliance/gaps`, { duty, controller })} />
    </td>
  ));
}

function CellWord({ cell, href }: { cell: Cell; href: string }) {
  const t = useTranslations("compliance.states");
  const locale = useLocale();
  const state = cellState(cell);
  if (state === "none") return <span className="faint">{t("none")}</span>;
  if (state === "met") return <Status kind="ok">{t("met")}</Status>;
  return (
    <Link href={href} prefetch={false}>
      <Status kind="warn">
        {t("lacking", {
          lacking: formatNumber(cell.lacking, locale),
          subjects: formatNumber(cell.subjects, locale),
        })}
      </Status>
    </Link>
  );
}
