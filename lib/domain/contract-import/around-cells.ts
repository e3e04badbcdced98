import type { Merge } from "@/lib/domain/import/merged";
import type { RowRemarks } from "@/lib/domain/import/table";
import type { CellAside, ReadCell } from "./read-sheet-cell";

/** Comments of cells, and warnings on how they were read, each by its row among the rows and its column. */
export type SheetMarks = {
  notes?: readonly (readonly [number, number, string])[] | undefined;
  remarks?: readonly (readonly [number, number, string, { words: string }?])[] | undefined;
  /** Merged cells, by the same places. */
  merges?: readonly Merge[] | undefined;
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

/** Reads what stands around the cells of a row; a formula without a result leaves its cell blank, so its row tells it. */
export function readAround({ notes, remarks }: RowRemarks): Around {
  return {
    row: remarks.flatMap(([, key]): Told => {
      const told = OF_ROW.get(key);
      return told ? [{ key: told, text: "" }] : [];
    }),
    cell: (column) => {
      const struck = remarks.find(([at, key]) => at === column && key === "textStruck")?.[2]?.words;
      const told = notes
        .filter(([at]) => at === column)
        .map(([, text]) => ({ key: "comment" as const, text }));
      return { ...(struck ? { struck } : {}), ...(told.length > 0 ? { told } : {}) };
    },
  };
}
