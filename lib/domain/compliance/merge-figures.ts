import { type ComplianceDuty, DUTIES } from "./duties";
import { partyOf } from "./finding-windows";

export type Cell = {
  controllerId: string | null;
  isOwn: boolean;
  controller: string;
  duty: ComplianceDuty;
  subjects: number;
  lacking: number;
  first: string | null;
};

/**
 * Adds up cells of one duty and party, and orders them as a list has its rows: by duty, the own register first, then by
 * name. `controllers` come in the order of their names, with the names that they have now.
 */
export function mergeCells(
  cells: readonly Cell[],
  controllers: readonly { id: string; name: string }[],
): Cell[] {
  const ranks = new Map(controllers.map(({ id, name }, rank) => [id, { name, rank }]));
  const merged = new Map<string, Cell>();
  for (const cell of cells) {
    const key = `${cell.duty} ${partyOf(cell)}`;
    const known = merged.get(key);
    const controller = ranks.get(cell.controllerId ?? "")?.name ?? "";
    merged.set(key, known ? add(known, cell) : { ...cell, controller });
  }
  const rankOf = ({ isOwn, controllerId }: Cell) =>
    isOwn ? OWN_RANK : (ranks.get(controllerId ?? "")?.rank ?? SHARED_RANK);
  return [...merged.values()].toSorted(
    (one, other) => DUTIES.indexOf(one.duty) - DUTIES.indexOf(other.duty) || rankOf(one) - rankOf(other),
  );
}

/** Places before every controller: of the own register, and of what concerns no single one. */
const OWN_RANK = -2;
const SHARED_RANK = -1;

function add(one: Cell, other: Cell): Cell {
  const firsts = [one.first, other.first].filter((first) => first !== null).toSorted();
  return {
    ...one,
    subjects: one.subjects + other.subjects,
    lacking: one.lacking + other.lacking,
    first: firsts[0] ?? null,
  };
}

type Code = { duty: ComplianceDuty; code: string; lacking: number; parties: readonly string[] };

/** Adds up figures of each thing that lacks. */
export function mergeCodes(codes: readonly Code[]): (Code & { parties: string[] })[] {
  const merged = new Map<string, Code & { parties: string[] }>();
  for (const { duty, code, lacking, parties } of codes) {
    const key = `${duty} ${code}`;
    const before = merged.get(key);
    merged.set(key, {
      duty,
      code,
      lacking: lacking + (before?.lacking ?? 0),
      parties: [...new Set([...(before?.parties ?? []), ...parties])],
    });
  }
  return [...merged.values()];
}

/** Cells of sub-processors in use, one for each controller. */
export function cellsOfUses(
  uses: readonly { controller_id: string; subject_id: string; codes: readonly string[] }[],
): Cell[] {
  return uses.map(({ controller_id, subject_id, codes }) => ({
    controllerId: controller_id,
    isOwn: false,
    controller: "",
    duty: "sub-processors",
    subjects: 1,
    lacking: codes.length > 0 ? 1 : 0,
    first: codes.length > 0 ? subject_id : null,
  }));
}
