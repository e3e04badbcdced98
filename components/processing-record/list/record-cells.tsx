import { Check, PencilLine, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/deadline";
import { Cell } from "@/components/ui/data-table";
import { RowIcon } from "@/components/ui/row-icon";
import type { ListColumn } from "@/lib/domain/processing-record/list-columns";
import type { Completeness, RecordTableRow } from "./list-rows";
import { STATE_ICONS } from "./state-icons";

export const ROW_ICONS = {
  ...STATE_ICONS,
  missing: TriangleAlert,
  worth: PencilLine,
  complete: Check,
} as const satisfies Record<keyof typeof STATE_ICONS | Completeness, unknown>;

const TONES: Record<Completeness, string> = { missing: "st warn", worth: "st", complete: "st ok" };

type RecordCellsProps = { row: RecordTableRow; shown: readonly ListColumn[]; never: string };

/** The name is fixed; other columns are chosen. */
export function RecordCells({ row, shown, never }: RecordCellsProps) {
  return (
    <>
      <Cell place="title" title={row.title}>
        {row.title}
      </Cell>
      {shown.map((column) => CELLS[column](row, { never, shown }))}
    </>
  );
}

/** Shows the state before completeness: a suspended entry must not read as complete. */
function StateBeside({ row: { state, stateLabel } }: { row: RecordTableRow }) {
  return (
    state !== "active" && (
      <span className="st me-2">
        <RowIcon name={state} />
        <span>{stateLabel}</span>
      </span>
    )
  );
}

type CellContext = Omit<RecordCellsProps, "row">;

const CELLS: Record<ListColumn, (row: RecordTableRow, context: CellContext) => ReactNode> = {
  text: ({ text }) => (
    <Cell key="text" place="text" title={text}>
      {text}
    </Cell>
  ),
  access: ({ access }) => (
    <Cell key="access" place="wide" title={access}>
      {access}
    </Cell>
  ),
  state: ({ stateLabel }) => (
    <Cell key="state" place="text">
      {stateLabel}
    </Cell>
  ),
  gaps: (row, { shown }) => (
    <Cell key="gaps" place="status" whole={row.hasManyCodes || row.state !== "active"}>
      {!shown.includes("state") && <StateBeside row={row} />}
      <span className={row.state === "ended" ? "st" : TONES[row.completeness]}>
        <RowIcon name={row.completeness} />
        <span>{row.label}</span>
      </span>
      {row.codes && (
        <span className="codes">
          <bdi>{row.codes}</bdi>
        </span>
      )}
    </Cell>
  ),
  version: ({ version }) => (
    <Cell key="version" place="wide" numeric>
      {version}
    </Cell>
  ),
  reviewed: ({ reviewed }, { never }) => (
    <Cell key="reviewed" place="date" numeric>
      {reviewed ? <Day text={reviewed} /> : <span className="faint">{never}</span>}
    </Cell>
  ),
};
