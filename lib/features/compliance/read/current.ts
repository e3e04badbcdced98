import type { OrgScope } from "@/lib/domain/access/scope";
import { type FindingWindow, partyOf, windowsOf } from "@/lib/domain/compliance/finding-windows";
import { HeadCache } from "@/lib/platform/read/head-cache";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import {
  type CellRow,
  type CodeRow,
  countCells,
  countCodes,
  type FindingFilter,
  type JudgedAt,
} from "./findings";
import { findJudgedAt } from "./judged-at";

/** Every figure of an organisation, and what it was judged by. */
export type Figures = { at: Required<JudgedAt>; cells: CellRow[]; codes: CodeRow[] };

const cache = new HeadCache<Figures>();

/** Reads figures once for the matrix, the gaps, the trend and the search, so that they cannot differ. */
export function readFigures(scope: OrgScope, now: Date): Promise<Figures> {
  return cache.read(scope, "figures", now, () =>
    readInScope(scope, async (tx) => {
      const at = await findJudgedAt(tx, now);
      const [cells, codes] = await Promise.all([countCells(tx, at), countCodes(tx, at)]);
      return { at, cells, codes };
    }),
  );
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
