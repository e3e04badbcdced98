import type { OrgScope } from "@/lib/domain/access/scope";
import { type FindingWindow, partyOf, windowsOf } from "@/lib/domain/compliance/finding-windows";
import { cellsOfUses, mergeCells, mergeCodes } from "@/lib/domain/compliance/merge-figures";
import type { Tx } from "@/lib/platform/database/transaction";
import { HeadCache } from "@/lib/platform/read/head-cache";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { type Reader, readerFor } from "@/lib/platform/read/reader";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { findBreachParts } from "./breach-parts";
import { findCallParts } from "./call-parts";
import {
  type CellRow,
  type CodeRow,
  countCodes,
  countOtherCells,
  type FindingFilter,
  type JudgedAt,
} from "./findings";
import { type RecordFigures, readRecordFigures } from "./record-figures";
import { readUses } from "./current-uses";
import type { SubProcessorUsePart } from "./sub-processor-uses";

/** Every figure of an organisation, and what it was judged by. */
export type Figures = { at: Required<JudgedAt>; cells: CellRow[]; codes: CodeRow[] };

const cache = new HeadCache<Figures>();

/** Reads figures once for the matrix, the gaps, the trend and the search, so that they cannot differ. */
export function readFigures(scope: OrgScope, now: Date): Promise<Figures> {
  return cache.read(scope, "figures", now, async () => {
    const records = await readRecordFigures(scope, now);
    const uses = await readUses(scope, records, now);
    return readInScope(scope, (tx) => findFigures(tx, { records, uses }, now));
  });
}

const recordCells = new HeadCache<CellRow[]>();

/** Figures of the duties that entries of registers alone decide, and of sub-processors in use. */
export function readRecordCells(scope: OrgScope, now: Date): Promise<CellRow[]> {
  return recordCells.read(scope, todayAtHome(now.getTime()), now, async () => {
    const records = await readRecordFigures(scope, now);
    const uses = await readUses(scope, records, now);
    const cells = [...records.parties.values()].flatMap((party) => party.cells);
    return mergeCells([...cells, ...cellsOfUses(uses)], await findNames(readerFor(scope)));
  });
}

type Judged = { records: RecordFigures; uses: SubProcessorUsePart[] };

async function findFigures(tx: Tx, { records, uses }: Judged, now: Date): Promise<Figures> {
  const all = [...records.parties.values()];
  const [breaches, calls] = await Promise.all([findBreachParts(tx, now), findCallParts(tx, now)]);
  const at = { day: todayAtHome(now.getTime()), breaches, uses, calls };
  const [cells, codes, names] = await Promise.all([
    countOtherCells(tx, at),
    countCodes(tx, at, "others"),
    findNames(tx),
  ]);
  return {
    at,
    cells: mergeCells([...cells, ...all.flatMap((party) => party.cells)], names),
    codes: mergeCodes([...codes, ...all.flatMap((party) => party.codes)]),
  };
}

/** Controllers in the order of lists. */
function findNames(reader: Reader): Promise<{ id: string; name: string }[]> {
  return reader.$queryRaw`SELECT id, legal_name AS name FROM controller ORDER BY legal_name, id`;
}

/** Number of rows of a list without a code, and the parts of its page. */
export function pageOf(
  { cells }: Figures,
  { duty, controllerId }: Omit<FindingFilter, "code">,
  page: { from: number; take: number },
): { total: number; windows: FindingWindow[] } {
  const isOf = (cell: CellRow) => controllerId === undefined || partyOf(cell) === controllerId;
  const groups = cells.filter((cell) => (!duty || cell.duty === duty) && isOf(cell));
  return {
    total: groups.reduce((sum, { lacking }) => sum + lacking, 0),
    windows: windowsOf(groups, page),
  };
}
