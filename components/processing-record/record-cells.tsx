import { Archive, Check, PencilLine, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/deadline";
import { Cell } from "@/components/ui/ledger";
import { RowIcon } from "@/components/ui/row-icon";
import type { ListColumn } from "@/lib/domain/processing-record/list-columns";
import type { RecordTableRow, Standing } from "./list-rows";

/** Of the standing of an entry, for `RowIcons`. */
export const STANDING_ICONS = {
  ended: Archive,
  missing: TriangleAlert,
  worth: PencilLine,
  complete: Check,
} as const satisfies Record<Standing, unknown>;

const TONES: Record<Standing, string> = { ended: "st", missing: "st warn", worth: "st", complete: "st ok" };

type RecordCellsProps = { row: RecordTableRow; shown: readonly ListColumn[]; never: string };

/** A row after its folio: its name, which always stands, then the columns that were chosen. */
export function RecordCells({ row, shown, never }: RecordCellsProps) {
  return (
    <>
      <Cell place="title" title={row.title}>
        {row.title}
      </Cell>
      {shown.map((column) => CELLS[column](row, never))}
    </>
  );
}

const CELLS: Record<ListColumn, (row: RecordTableRow, never: string) => ReactNode> = {
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
  state: ({ state }) => (
    <Cell key="state" place="wide">
      {state}
    </Cell>
  ),
  gaps: ({ standing, said, codes, hasManyCodes }) => (
    <Cell key="gaps" place="status" whole={hasManyCodes}>
      <span className={TONES[standing]}>
        <RowIcon name={standing} />
        <span>{said}</span>
      </span>
      {codes && (
        <span className="codes">
          <bdi>{codes}</bdi>
        </span>
      )}
    </Cell>
  ),
  version: ({ version }) => (
    <Cell key="version" place="wide" numeric>
      {version}
    </Cell>
  ),
  reviewed: ({ reviewed }, never) => (
    <Cell key="reviewed" place="date" numeric>
      {reviewed ? <Day text={reviewed} /> : <span className="faint">{never}</span>}
    </Cell>
  ),
};
