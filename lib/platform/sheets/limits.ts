/** Limits of a spreadsheet; `bytes` is the size of the file, `cell` a number of characters. */
export type SheetLimits = { bytes: number; rows: number; columns: number; cell: number };

/** 32,767 characters is what a spreadsheet program lets a cell hold. */
export const SHEET_LIMITS: SheetLimits = {
  bytes: 10 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  cell: 32_767,
};
