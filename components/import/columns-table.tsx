import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Cell, DataTable } from "@/components/ui/data-table";
import { targetsOf } from "@/lib/domain/import/register-targets";
import type { ImportTarget } from "@/lib/domain/import/types";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { columnLetters } from "./column-letters";
import { useTargetWords } from "./use-target-words";

export type FileColumn = {
  header: string;
  target: ImportTarget;
  source?: "band" | "sheet";
  samples: readonly string[];
};

/** Shows samples of a column that has no heading. */
const UNNAMED = { band: "columns.fromBand", sheet: "columns.fromSheet", none: "columns.unnamed" } as const;

type ColumnsTableProps = {
  columns: readonly FileColumn[];
  register: Capacity;
  targetOf: (index: number) => string;
};

export function targetName(index: number): string {
  return `targets.${index}`;
}

export function ColumnsTable({ columns, register, targetOf }: ColumnsTableProps) {
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
            <TargetSelect {...{ index, register }} header={column.header} target={targetOf(index)} />
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

type TargetSelectProps = { index: number; register: Capacity; header: string; target: string };

function TargetSelect({ index, register, header, target }: TargetSelectProps) {
  const t = useTranslations("import-page");
  const words = useTargetWords();
  const letters = columnLetters(index);
  return (
    <span className="select">
      <select
        key={target}
        name={targetName(index)}
        id={targetName(index)}
        defaultValue={target}
        className="inp"
        aria-label={t("columns.targetOf", { header: header || letters })}
      >
        {targetsOf(register).map((option) => (
          <option key={option} value={option}>
            {words(option)}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} small />
    </span>
  );
}
