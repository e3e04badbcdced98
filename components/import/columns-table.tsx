import { useTranslations } from "next-intl";
import { Cell, DataTable } from "@/components/ui/data-table";
import type { DateOrder, ImportTarget } from "@/lib/domain/import/types";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { columnLetters } from "./column-letters";
import { TargetSelect } from "./target-select";

export type FileColumn = {
  header: string;
  target: ImportTarget;
  source?: "band" | "sheet";
  /** Fields that its head may mean, while nobody has said which. */
  asked?: readonly ImportTarget[];
  samples: readonly string[];
  dateOrder?: DateOrder;
  /** Cells whose days may be read in both orders, while nobody has said which. */
  orderAsked?: readonly string[];
};

/** Shows samples of a column that has no heading. */
const UNNAMED = { band: "columns.fromBand", sheet: "columns.fromSheet", none: "columns.unnamed" } as const;

type ColumnsTableProps = {
  columns: readonly FileColumn[];
  register: Capacity;
  targetOf: (index: number) => string;
  /** Finished sentence beside a column that was refused. */
  errorOf: (index: number) => string | undefined;
};

export function ColumnsTable({ columns, register, targetOf, errorOf }: ColumnsTableProps) {
  const t = useTranslations("import-page");
  const heads = [
    { key: "place", label: t("columns.place"), folio: true },
    { key: "header", label: t("columns.header"), width: 210 },
    { key: "samples", label: t("columns.samples") },
    { key: "target", label: t("columns.target"), width: 340 },
  ];
  return (
    <DataTable caption={t("columns.caption")} columns={heads}>
      {columns.map((column, index) => (
        <tr key={index}>
          <Cell place="folio" whole>
            {t("columns.number", { number: columnLetters(index) })}
          </Cell>
          <Cell place="title" whole>
            {column.header ? (
              <bdi>{column.header}</bdi>
            ) : (
              <span className="faint">{t(UNNAMED[column.source ?? "none"])}</span>
            )}
          </Cell>
          <Cell place="text" whole>
            <Samples samples={column.samples} />
          </Cell>
          <Cell whole>
            <TargetSelect
              {...{ index, register }}
              header={column.header}
              asked={column.asked}
              target={targetOf(index)}
              error={errorOf(index)}
            />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Samples({ samples }: { samples: readonly string[] }) {
  const t = useTranslations("import-page");
  if (samples.length === 0) return <span className="faint">{t("columns.noSample")}</span>;
  return (
    <ul className="muted wrap-anywhere">
      {samples.map((sample) => (
        <li key={sample}>
          <bdi>{sample}</bdi>
        </li>
      ))}
    </ul>
  );
}
