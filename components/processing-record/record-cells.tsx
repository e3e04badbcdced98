import { Archive, PencilLine } from "lucide-react";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/deadline";
import { GapBadge } from "@/components/ui/gap-badge";
import { shortenCodes } from "@/components/ui/gap-codes";
import { Cell } from "@/components/ui/ledger";
import { Status } from "@/components/ui/status";
import type { ListColumn } from "@/lib/domain/processing-record/list-columns";
import type { RecordTableRow } from "./list-rows";

type RecordCellsProps = { row: RecordTableRow; shown: readonly ListColumn[]; never: string };

/** A row after its folio: its name, which always stands, then the columns that were chosen. */
export function RecordCells({ row, shown, never }: RecordCellsProps) {
  const cells: Record<ListColumn, ReactNode> = {
    text: (
      <Cell key="text" place="text" title={row.text}>
        {row.text}
      </Cell>
    ),
    access: (
      <Cell key="access" place="wide" title={row.access}>
        {row.access}
      </Cell>
    ),
    state: (
      <Cell key="state" place="wide">
        {row.state}
      </Cell>
    ),
    // Seven codes of 30(1) beside their count take a second line.
    gaps: (
      <Cell key="gaps" place="status" whole={row.codes.length > 4}>
        <RowState {...row} />
      </Cell>
    ),
    version: (
      <Cell key="version" place="wide" numeric>
        {row.version}
      </Cell>
    ),
    reviewed: (
      <Cell key="reviewed" place="date" numeric>
        {row.reviewed ? <Day text={row.reviewed} /> : <span className="faint">{never}</span>}
      </Cell>
    ),
  };
  return (
    <>
      <Cell place="title" title={row.title}>
        {row.title}
      </Cell>
      {shown.map((column) => cells[column])}
    </>
  );
}

function RowState({ closed, required, worth, codes, complete }: RecordTableRow) {
  if (closed)
    return (
      <Status kind="plain" icon={Archive}>
        {closed}
      </Status>
    );
  if (worth)
    return (
      <>
        <Status kind="plain" icon={PencilLine}>
          {worth}
        </Status>
        <span className="codes">
          <bdi>{shortenCodes(codes)}</bdi>
        </span>
      </>
    );
  return <GapBadge count={required} codes={codes} none={complete} />;
}
