import { groupByRow } from "@/lib/domain/import/table";
import type { CellAside, ReadCell } from "./read-sheet-cell";

/** Comments of cells, and warnings on how they were read, each by its row among the rows and its column. */
export type SheetMarks = {
  notes?: readonly (readonly [number, number, string])[] | undefined;
  remarks?: readonly (readonly [number, number, string, { words: string }?])[] | undefined;
};

type Told = NonNullable<ReadCell["told"]>;

/** Marks of a row, and of each of its cells by its column. */
export type Around = {
  row: Told;
  cell: (column: number) => Pick<ReadCell, "struck" | "told">;
};

const OF_ROW: ReadonlyMap<string, CellAside> = new Map([
  ["rowHidden", "rowHidden"],
  ["rowFiltered", "rowFiltered"],
  ["formulaWithoutValue", "formulaWithoutValue"],
]);

/** Reads what stands around the cells of a sheet; a formula without a result leaves its cell blank, so its row tells it. */
export function readAround({ notes = [], remarks = [] }: SheetMarks): (row: number) => Around {
  const notesOf = groupByRow(notes);
  const remarksOf = groupByRow(remarks);
  return (row) => {
    const [comments, own] = [notesOf.get(row) ?? [], remarksOf.get(row) ?? []];
    return {
      row: own.flatMap(([, key]): Told => {
        const told = OF_ROW.get(key);
        return told ? [{ key: told, text: "" }] : [];
      }),
      cell: (column) => {
        const struck = own.find(([at, key]) => at === column && key === "textStruck")?.[2]?.words;
        const told = comments
          .filter(([at]) => at === column)
          .map(([, text]) => ({ key: "comment" as const, text }));
        return { ...(struck ? { struck } : {}), ...(told.length > 0 ? { told } : {}) };
      },
    };
  };
}
